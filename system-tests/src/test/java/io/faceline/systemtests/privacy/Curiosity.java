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
record Curiosity(Scene scene, TestClient client, String session, KnownPeople people, Random random) {
    void aboutPeople() {
        var chance = new SeededChoice(random);
        scene.roster().anyBut(session, random).ifPresent(other -> {
            // Two sessions may have imported the same photo.
            var own = chance.any(people.active().stream()
                    .filter(person -> !person.photos.containsKey(other.photo()))
                    .map(person -> person.id)
                    .toList());
            var question =
                    chance.any(new TreeSet<>(IsolationProbe.QUESTIONS.keySet())).orElseThrow();
            var prying = new IsolationProbe(client, chance.portrait(), own);
            assertSame(
                    question,
                    prying.ask(question, other.person(), other.photo()),
                    prying.ask(question, scene.newId(), "request-" + scene.newId() + "/0:0"));
        });
    }

    void aboutJobs() {
        var chance = new SeededChoice(random);
        scene.jobs().anyBut(session, random).ifPresent(other -> {
            var question =
                    chance.any(new TreeSet<>(IsolationProbe.OF_JOBS.keySet())).orElseThrow();
            var prying = new IsolationProbe(client, chance.portrait(), Optional.empty());
            assertSame(question, prying.ask(question, other.person()), prying.ask(question, "job-" + scene.newId()));
        });
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
