package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.face.TestFaces.embedded;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.BERT;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameOptions;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Rejection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who a probe is, and whom it may see. */
class IdentificationTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId EVE = new PersonId("eve");

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void probe_isUnknownWithAnEmptyGallery() {
        var match = driver.answer(probe("p/1", ANNA, human(1)));

        var identification = Driver.identification(match);
        assertThat(identification.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(identification.similarity()).isNull();
        assertThat(identification.confidence()).isNull();
        assertThat(identification.reasons()).isEmpty();
        assertThat(match.modelId()).isEqualTo(TestFrames.MODEL);
        assertThat(match.thresholds()).isEqualTo(TestFrames.THRESHOLDS);
    }

    @Test
    void probe_seesThePersonEnrolledRightBefore() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        var identification = driver.identify(probe("p/1", ANNA, human(1, 0.8)));

        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
        assertThat(identification.candidates()).extracting(Candidate::person).containsExactly(ADA);
        assertThat(identification.similarity()).isBetween(0.799, 0.801);
        assertThat(identification.confidence()).isGreaterThan(0.99);
    }

    @Test
    void candidate_hasTheReferenceThatTheFaceResembles_asLongAsItIsThere() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "ada", human(2)));

        assertThat(driver.identify(probe("p/1", ANNA, human(2, 0.8))).candidates())
                .extracting(Candidate::reference)
                .containsExactly(new ReferenceId("e/2:0"));
        driver.answer(new Change.DeletePhoto("c", ANNA, ADA, new ReferenceId("e/2:0")));
        assertThat(driver.identify(probe("p/2", ANNA, human(2, 0.8))).candidates())
                .extracting(Candidate::reference)
                .containsExactly(new ReferenceId("e/1:0"));
    }

    @Test
    void mergedPerson_hasTheReferencesOfBoth() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "eve", human(2)));
        driver.answer(new Change.MergePeople("c", ANNA, EVE, ADA));

        var candidate =
                driver.identify(probe("p/1", ANNA, human(2))).candidates().get(0);

        assertThat(candidate.person()).isEqualTo(ADA);
        assertThat(candidate.reference()).isEqualTo(new ReferenceId("e/2:0"));
    }

    @Test
    void frameMatchesFromItsOwnThreshold_higherThanTheGallerys() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        var match = driver.answer(withThreshold(0.9));

        assertThat(Driver.identification(match).decision()).isEqualTo(Decision.UNCERTAIN);
        assertThat(Driver.identification(match).reasons()).containsExactly(Reason.BELOW_THRESHOLD);
        assertThat(match.thresholds()).isEqualTo(TestFrames.THRESHOLDS.matchingFrom(0.9));
    }

    @Test
    void galleryThresholdHolds_thatOfTheFrameIsLower() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        var match = driver.answer(withThreshold(0.1));

        assertThat(Driver.identification(match).decision()).isEqualTo(Decision.MATCH);
        assertThat(match.thresholds()).isEqualTo(TestFrames.THRESHOLDS);
    }

    private static Embeddings withThreshold(double match) {
        var facts = TestFrames.facts()
                .session(ANNA)
                .options(new FrameOptions(null, List.of(), match))
                .build();
        return frame(facts, embedded(human(1, 0.8)));
    }

    @Test
    void sessions_neverSeeEachOthersPeople() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        assertThat(driver.identify(probe("p/1", BERT, human(1))).candidates()).isEmpty();
        var rename = driver.answer(new Change.RenamePerson("c1", BERT, ADA, "mine"));
        var unknown = driver.answer(new Change.RenamePerson("c2", BERT, EVE, "mine"));
        assertThat(rename.error().replace("ada", "eve")).isEqualTo(unknown.error());
        var stolen = driver.answer(enrollment("e/2", BERT, "ada", human(2)));
        assertThat(stolen.enrollment().rejections()).containsExactly(Rejection.PERSON_DELETED);
        var verified = driver.answer(frame(facts("v/1", BERT, new Role.VerifyPerson(ADA)), embedded(human(1))));
        assertThat(verified.outcome()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void sharedPerson_isSeenByEverySession() {
        var enrolled = driver.answer(enrollment("e/1", SessionId.SHARED, "ada", human(1)));

        assertThat(enrolled.enrollment().isAccepted()).isTrue();
        assertThat(driver.identify(probe("p/1", BERT, human(1))).decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void staleGallery_isSaidAfterWaiting() {
        try (var withShortWait = new Driver(MatcherFixtures.settings(Map.of("FACELINE_GALLERY_WAIT", "20ms")))) {
            var facts = TestFrames.facts().minGalleryVersion(1000).build();

            var identification = withShortWait.identify(frame(facts, embedded(human(1))));

            assertThat(identification.reasons()).containsExactly(Reason.STALE_GALLERY);
        }
    }
}
