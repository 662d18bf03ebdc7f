package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/** What must be answered to a session that has these people. */
record Expectations(KnownPeople people) {
    /** Whom a photo shows is found, and nobody who is not there. */
    void judge(JsonNode answer, LfwPhoto portrait) {
        var best = new TreeSet<String>();
        for (var face : answer.path("outcome").path("value").path("faces")) {
            var candidates = face.path("identification").path("candidates");
            candidates.forEach(this::judge);
            best.add(candidates.path(0).path("person").asText());
        }
        var shown = people.whoShow(portrait);
        assertThat(shown.isEmpty() || best.stream().anyMatch(shown::contains))
                .as("%s is in %s, answered was %s", portrait, shown, answer)
                .isTrue();
    }

    /** Names come from ingest, which may read of one a moment after the api; whose they are is checked by {@link LeakDetector}. */
    private void judge(JsonNode candidate) {
        if (candidate.path("scope").asText().equals("session")) {
            var person = people.find(candidate.path("person").asText());
            assertThat(person.filter(KnownPerson::isActive))
                    .as("candidate %s", candidate)
                    .isPresent();
        }
    }

    /** As {@link KnownPeople#listed} writes it. */
    static String summary(JsonNode person) {
        var photos = new TreeSet<String>();
        person.path("photos").forEach(photo -> photos.add(photo.path("id").asText()));
        return person.path("name").asText() + " " + photos;
    }
}
