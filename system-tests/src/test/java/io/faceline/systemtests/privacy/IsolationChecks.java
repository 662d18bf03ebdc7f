package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a session asks of another's people and jobs must be answered as of those that never were. */
record IsolationChecks(VisitorContext context, TestClient client, String session, KnownPeople people, Random random) {
    void checkPeople() {
        var choice = new SeededChoice(random);
        context.knownPeople().anyBut(session, random).ifPresent(other -> {
            // Two sessions may have imported the same photo.
            var own = choice.any(people.active().stream()
                    .filter(person -> !person.photos.containsKey(other.photo()))
                    .map(person -> person.id)
                    .toList());
            var question =
                    choice.any(new TreeSet<>(IsolationProbe.QUESTIONS.keySet())).orElseThrow();
            var probe = new IsolationProbe(client, choice.portrait(), own);
            assertSame(
                    question,
                    probe.ask(question, other.person(), other.photo()),
                    probe.ask(question, context.newId(), "request-" + context.newId() + "/0:0"));
        });
    }

    void checkJobs() {
        var choice = new SeededChoice(random);
        context.knownJobs().anyBut(session, random).ifPresent(other -> {
            var question =
                    choice.any(new TreeSet<>(IsolationProbe.OF_JOBS.keySet())).orElseThrow();
            var probe = new IsolationProbe(client, choice.portrait(), Optional.empty());
            assertSame(question, probe.ask(question, other.person()), probe.ask(question, "job-" + context.newId()));
        });
    }

    /** Cameras are the admin's, of which sessions are told nothing. */
    void checkCameras() {
        var choice = new SeededChoice(random);
        var question =
                choice.any(new TreeSet<>(IsolationProbe.OF_CAMERAS.keySet())).orElseThrow();
        var probe = new IsolationProbe(client, choice.portrait(), Optional.empty());
        assertSame(
                question,
                probe.askOfCamera(question, VisitorContext.CAMERA),
                probe.askOfCamera(question, context.newId()));
        for (var all : List.of(IsolationProbe.CAMERAS, IsolationProbe.CAMERAS + "/events")) {
            assertThat(client.get(all).status()).as(all).isEqualTo(403);
        }
    }

    /** Rules, lists and receivers are the admin's, of which sessions are told nothing. */
    void checkRules() {
        var choice = new SeededChoice(random);
        var question =
                choice.any(new TreeSet<>(IsolationProbe.OF_RULES.keySet())).orElseThrow();
        var probe = new IsolationProbe(client, choice.portrait(), Optional.empty());
        assertSame(
                question, probe.askOfRule(question, VisitorContext.RULE), probe.askOfRule(question, context.newId()));
        for (var all : IsolationProbe.OF_THE_ADMIN) {
            assertThat(client.get(all).status()).as(all).isEqualTo(403);
        }
    }

    /** So are alerts and dead letters. */
    void checkAlerts() {
        var choice = new SeededChoice(random);
        var question =
                choice.any(new TreeSet<>(IsolationProbe.OF_ALERTS.keySet())).orElseThrow();
        var probe = new IsolationProbe(client, choice.portrait(), Optional.empty());
        assertSame(question, probe.askOfAlert(question, "0"), probe.askOfAlert(question, context.newId()));
        for (var all : IsolationProbe.ALL_ALERTS) {
            assertThat(client.get(all).status()).as(all).isEqualTo(403);
        }
    }

    private static void assertSame(String question, HttpAnswer ofOthers, HttpAnswer ofNobodys) {
        assertThat(ofOthers.status()).as(question).isBetween(400, 499);
        assertThat(ofOthers.status()).as(question).isEqualTo(ofNobodys.status());
        assertThat(headers(ofOthers)).as(question).isEqualTo(headers(ofNobodys));
        assertThat(ofOthers.body()).as(question).isEqualTo(ofNobodys.body());
    }

    /** Without those that differ by chance: the time, and whether the server had read the question to its end. */
    private static Map<String, List<String>> headers(HttpAnswer answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "connection"));
        return headers;
    }
}
