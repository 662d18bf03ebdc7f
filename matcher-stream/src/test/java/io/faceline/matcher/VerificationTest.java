package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.face.TestFaces.embedded;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether two frames, or a frame and a person, show the same face. */
class VerificationTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId EVE = new PersonId("eve");

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void verification_answersTheSecondOfThePairWhateverTheOrder() {
        var one = verification("v/1", "v/2", human(1));
        var other = verification("v/2", "v/1", human(1, 0.9));

        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            try (var fresh = new Driver(MatcherFixtures.SETTINGS)) {
                var first = fresh.answer(pair.get(0));
                var second = fresh.answer(pair.get(1));

                assertThat(first.verification()).isNull();
                assertThat(second.verification().decision()).isEqualTo(Decision.MATCH);
                assertThat(second.verification().similarity()).isBetween(0.899, 0.901);
                assertThat(second.verification().otherFrame())
                        .isEqualTo(pair.get(0).facts().id());
                assertThat(fresh.answer(pair.get(1)).verification()).isEqualTo(second.verification());
            }
        }
    }

    @Test
    void verification_ofTwoPeopleIsNoMatch() {
        driver.send(verification("v/1", "v/2", human(1)));

        var second = driver.answer(verification("v/2", "v/1", human(2)));

        assertThat(second.verification().decision()).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void verification_failsWithTheOtherFrame() {
        var lost = new Embeddings(
                facts("v/1", ANNA, new Role.VerifyFrame(new FrameId("v/2"))),
                TestFrames.MODEL,
                Outcome.failed(FailureCode.DAMAGED_IMAGE, "cannot be decoded"));

        assertThat(driver.answer(lost).outcome())
                .isEqualTo(Outcome.failed(FailureCode.DAMAGED_IMAGE, "cannot be decoded"));
        var second = driver.answer(verification("v/2", "v/1", human(1)));
        assertThat(second.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.OTHER_FRAME_FAILED);
            assertThat(failed.message()).contains("v/1", "DAMAGED_IMAGE");
        });
        assertThat(second.verification().similarity()).isNull();
    }

    @Test
    void verification_comparesWithAPersonOfOnesOwn() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "ada", human(2)));

        var match = driver.answer(frame(facts("v/1", ANNA, new Role.VerifyPerson(ADA)), embedded(human(2, 0.8))));

        assertThat(match.verification().decision()).isEqualTo(Decision.MATCH);
        assertThat(match.verification().similarity()).isBetween(0.799, 0.801);
        var nobody = driver.answer(frame(facts("v/2", ANNA, new Role.VerifyPerson(EVE)), embedded(human(2))));
        assertThat(nobody.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.code())
                .isEqualTo(FailureCode.NO_SUCH_PERSON));
    }

    private static Embeddings verification(String id, String other, Embedding embedding) {
        return frame(facts(id, ANNA, new Role.VerifyFrame(new FrameId(other))), embedded(embedding));
    }
}
