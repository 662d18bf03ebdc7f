package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.systemtests.privacy.HttpApiClient.Answer;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** What a session asks of another's people and jobs must be answered as of those that never were. */
record Curiosity(Scene scene, HttpApiClient asker, String session, KnownPeople people, Random random) {
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
            var prying = new IsolationProbe(asker, chance.portrait(), own);
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
            var prying = new IsolationProbe(asker, chance.portrait(), Optional.empty());
            assertSame(question, prying.ask(question, other.person()), prying.ask(question, "job-" + scene.newId()));
        });
    }

    private static void assertSame(String question, Answer ofOthers, Answer ofNobodys) {
        assertThat(ofOthers.status()).as(question).isBetween(400, 499);
        assertThat(ofOthers).as(question).usingRecursiveComparison().isEqualTo(ofNobodys);
    }
}
