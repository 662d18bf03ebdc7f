package io.faceline.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page's own voting is held against the same cases, in module api. */
class IdentityVotingTest {
    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        var cases = Mappers.JSON.readTree(IdentityVotingTest.class.getResourceAsStream("voting-cases.json"));
        return StreamSupport.stream(cases.spliterator(), false)
                .map(it -> DynamicTest.dynamicTest(it.path("name").asText(), () -> check(it)));
    }

    private static void check(JsonNode given) {
        var voting = IdentityVoting.NONE;

        for (var look : given.path("looks")) {
            voting = voting.plus(observation(look));
        }

        var decision = voting.decision();
        assertThat(decision.decision()).isEqualTo(decision(given.path("decision")));
        assertThat(decision.person().map(PersonId::value).orElse(null))
                .isEqualTo(given.path("person").textValue());
    }

    private static FaceObservation observation(JsonNode look) {
        var face = TestFace.at(0.4, 0.4, new TestVideo(1).somebody())
                .score(look.path(3).asDouble());
        var decided =
                switch (decision(look.path(0))) {
                    case MATCH -> face.match(person(look), 0.8, confidence(look));
                    case UNCERTAIN -> face.uncertain(person(look), 0.45, confidence(look));
                    case UNKNOWN -> face;
                };
        return FaceObservation.of(TestVideo.frame(0, 0, decided)).get(0);
    }

    private static Decision decision(JsonNode word) {
        return Decision.valueOf(word.asText().toUpperCase(Locale.ROOT));
    }

    private static PersonId person(JsonNode look) {
        return new PersonId(look.path(1).asText());
    }

    private static double confidence(JsonNode look) {
        return look.path(2).asDouble();
    }
}
