package io.faceline.matcher;

import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static io.faceline.matcher.recognisability.TestRecognisability.COVERED;
import static io.faceline.matcher.recognisability.TestRecognisability.LENGTH;
import static io.faceline.matcher.recognisability.TestRecognisability.TURNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.CatalogFile;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.person.Rejection;
import io.faceline.matcher.recognisability.TestRecognisability;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * No name for what cannot be recognised. With the facts of {@link TestRecognisability} up to ten people are matched from
 * 0.42 on, and the similarity of two faces that both have a share x of a kind of poor faces falls by 0.2 x² and by the 0.08
 * that the threshold of 500 people is higher.
 */
class PoorFacesTest {
    private static final Offset<Double> ROUNDING = within(1e-3);
    private static final MatchingFacts MODEL = new MatchingFacts(
            MatcherFixtures.FACTS.modelId(),
            MatcherFixtures.FACTS.dimension(),
            MatcherFixtures.FACTS.thresholds(),
            MatcherFixtures.FACTS.calibration(),
            Optional.of(
                    new CatalogFile("invented.json", TestRecognisability.steep().write())));
    private static final double HALF = Math.sqrt(0.5);
    /** By how much the threshold of up to ten people is lower than that of 500. */
    private static final double LOWER = -0.02 * Math.log(10 / 500.0);

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS, MODEL);
    private int frames;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void twoPoorFaces_areNoMatch() {
        enroll("ada", face(TURNED, Math.sqrt(0.52), 1, Math.sqrt(0.48)));

        var identification = identify(face(TURNED, Math.sqrt(0.52), 2, Math.sqrt(0.48)));

        assertThat(identification.similarity()).isCloseTo(0.52, ROUNDING);
        assertThat(identification.adjustedSimilarity()).isCloseTo(0.52 - 0.2 * 0.52 - LOWER, ROUNDING);
        assertThat(identification.decision()).isEqualTo(Decision.UNCERTAIN);
        assertThat(identification.reasons()).containsExactly(Reason.UNRECOGNISABLE);
    }

    /** Small galleries have a low threshold; poor faces resemble each other in the smallest. */
    @Test
    void twoPoorFaces_gainNothingFromASmallGallery() {
        enroll("ada", face(TURNED, 0.75, 1, 0.6614));

        // 0.5625 less 0.1125 is above the threshold of this gallery, 0.42, and below that of 500 people.
        assertThat(identify(face(TURNED, 0.75, 2, 0.6614)).decision()).isEqualTo(Decision.UNCERTAIN);
    }

    /** Nearly the same similarity as above. */
    @Test
    void onePoorFace_isAMatch() {
        enroll("ada", face(1, HALF, 3, HALF));

        var identification = identify(face(TURNED, HALF, 1, HALF));

        assertThat(identification.similarity()).isCloseTo(0.5, ROUNDING);
        assertThat(identification.adjustedSimilarity()).isNull();
        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
        assertThat(identification.reasons()).isEmpty();
    }

    @Test
    void modelWithoutLearnedFacts_decidesBySimilarity() {
        try (var plain = new Driver(MatcherFixtures.SETTINGS)) {
            plain.send(frame(facts("e/1", ANNA, role("ada", false)), embedded(face(TURNED, 0.8, 1, 0.6), LENGTH)));

            var match = plain.answer(probe(face(TURNED, 0.8, 2, 0.6), LENGTH));

            assertThat(Driver.identification(match).decision()).isEqualTo(Decision.MATCH);
            assertThat(quality(match).recognisability()).isNull();
            assertThat(match.thresholds()).isEqualTo(MatcherFixtures.FACTS.thresholds());
        }
    }

    /** Its weight in the template is 0.90, and that of the poor one 0.22. */
    @Test
    void goodReference_isNotHiddenBehindAPoorOne() {
        enroll("ada", face(TURNED, HALF, 3, HALF));
        enroll("ada", face(1, 0.9, 4, Math.sqrt(1 - 0.81)));

        var identification = identify(face(TURNED, HALF, 1, 0.5, 2, 0.5));

        assertThat(identification.similarity()).isCloseTo(0.554, ROUNDING);
        assertThat(identification.adjustedSimilarity()).isCloseTo(0.554 - 2 * 0.0194, ROUNDING);
        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void severalPhotos_areComparedAsOne_andOneLeftByItself() {
        enroll("ada", TestEmbeddings.human(1));
        enroll("ada", TestEmbeddings.human(2));
        enroll("eve", TestEmbeddings.human(3));

        var both = identify(TestEmbeddings.human(1));
        assertThat(both.similarity()).isCloseTo(HALF, ROUNDING);
        assertThat(both.candidates().get(0).reference()).isEqualTo(new ReferenceId("e/0:0"));
        driver.answer(new Change.DeletePhoto("c", ANNA, new PersonId("ada"), new ReferenceId("e/1:0")));
        assertThat(identify(TestEmbeddings.human(1)).similarity()).isCloseTo(1, ROUNDING);
        assertThat(identify(TestEmbeddings.human(2)).similarity()).isCloseTo(0, ROUNDING);
    }

    @Test
    void photosOfTheSharedGallery_areComparedAsOne() {
        for (var photo = 1; photo <= 2; photo++) {
            var role = new Role.Enrollment(new PersonId("ada"), "ada", Scope.SHARED, true);
            driver.send(
                    frame(facts("s/" + photo, SessionId.SHARED, role), embedded(TestEmbeddings.human(photo), LENGTH)));
        }

        assertThat(identify(TestEmbeddings.human(1)).similarity()).isCloseTo(HALF, ROUNDING);
        driver.answer(new Change.DeletePhoto("c", SessionId.SHARED, new PersonId("ada"), new ReferenceId("s/2:0")));
        assertThat(identify(TestEmbeddings.human(1)).similarity()).isCloseTo(1, ROUNDING);
    }

    /** Others may write to the topic. */
    @Test
    void referenceOfAnotherDimension_isNoPartOfTheTemplate() {
        var role = new Role.Enrollment(new PersonId("ada"), "ada", Scope.SHARED, true);
        driver.send(frame(facts("s/1", SessionId.SHARED, role), embedded(TestEmbeddings.human(1), LENGTH)));
        var strange = new Reference(
                new ReferenceId("strange"),
                new PersonId("ada"),
                Embedding.normalised(new float[] {1, 2, 3}),
                MODEL.modelId(),
                0.5,
                TestFrames.NOW);
        driver.write(Driver.TOPICS.gallery(), strange.id().value(), strange);

        assertThat(identify(TestEmbeddings.human(1)).similarity()).isCloseTo(1, ROUNDING);
    }

    /** A frame that is processed again after it enrolled a face. */
    @Test
    void ownReference_isNoPartOfTheTemplate() {
        enroll("ada", TestEmbeddings.human(1));
        var again = frame(facts("e/1", ANNA, role("ada", true)), embedded(TestEmbeddings.human(2), LENGTH));
        driver.send(again);

        assertThat(driver.identify(again).similarity()).isCloseTo(0, ROUNDING);
    }

    @Test
    void manySimilarPeople_areNoMatch() {
        enroll("ada", face(1, 0.56, 2, Math.sqrt(1 - 0.56 * 0.56)));
        for (var other = 3; other < 8; other++) {
            enroll("other" + other, face(1, 0.45, other, Math.sqrt(1 - 0.45 * 0.45)));
        }

        var identification = identify(TestEmbeddings.human(1));

        assertThat(identification.adjustedSimilarity()).isCloseTo(0.56 - crowd(0.45), ROUNDING);
        assertThat(identification.decision()).isEqualTo(Decision.UNCERTAIN);
        assertThat(identification.reasons()).containsExactly(Reason.MANY_SIMILAR);
    }

    /** They are often one person who was enrolled twice. */
    @Test
    void peopleOfOneName_areNoCrowd() {
        enroll("ada", "Ada", TestEmbeddings.human(1));
        for (var twin = 0; twin < 9; twin++) {
            enroll("ada" + twin, "ada", TestEmbeddings.human(1, 0.8));
        }

        var identification = identify(TestEmbeddings.human(1));

        assertThat(identification.adjustedSimilarity()).isNull();
        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void hopelessFace_isNotSearched() {
        enroll("ada", TestEmbeddings.human(1));

        var match = driver.answer(probe(TestEmbeddings.human(1), 0.5));

        var identification = Driver.identification(match);
        assertThat(identification.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(identification.reasons()).containsExactly(Reason.UNRECOGNISABLE);
        assertThat(identification.candidates()).isEmpty();
        assertThat(identification.similarity()).isNull();
        assertThat(identification.confidence()).isNull();
        assertThat(quality(match).recognisability()).isZero();
    }

    @Test
    void confidence_isThatOfTheAdjustedSimilarity() {
        enroll("ada", face(TURNED, HALF, 1, HALF));

        var poor = identify(face(TURNED, HALF, 2, HALF));
        var good = identify(face(1, HALF, 5, HALF));

        assertThat(good.similarity()).isCloseTo(poor.similarity(), ROUNDING);
        assertThat(poor.confidence()).isLessThan(good.confidence());
    }

    @Test
    void quality_saysWhatMakesAFacePoor() {
        assertThat(quality(driver.answer(probe(face(COVERED, 0.9, 1, Math.sqrt(1 - 0.81)), LENGTH)))
                        .weakness())
                .isEqualTo(Weakness.COVERED);
        var good = quality(driver.answer(probe(TestEmbeddings.human(1), LENGTH)));
        assertThat(good.weakness()).isNull();
        assertThat(good.recognisability()).isEqualTo(0.5);
    }

    @Test
    void thresholds_areThoseOfTheNumberOfPeople() {
        for (var person = 0; person < 12; person++) {
            enroll("p" + person, TestEmbeddings.human(person % 9 + 1));
        }

        var thresholds =
                driver.answer(probe(TestEmbeddings.human(9, 0.1), LENGTH)).thresholds();

        assertThat(thresholds.match()).isCloseTo(0.5 + 0.02 * Math.log(12 / 500.0), ROUNDING);
        assertThat(thresholds.match() - thresholds.uncertain())
                .isCloseTo(MODEL.thresholds().match() - MODEL.thresholds().uncertain(), ROUNDING);
        assertThat(thresholds.margin()).isEqualTo(MODEL.thresholds().margin());
    }

    @Test
    void operatorsThreshold_isThatOfEveryGallery() {
        var settings = MatcherFixtures.settings(Map.of("FACELINE_MATCH_THRESHOLD", "0.6"));
        try (var strict = new Driver(settings, MODEL)) {
            strict.send(frame(facts("e/1", ANNA, role("ada", false)), embedded(TestEmbeddings.human(1), LENGTH)));

            var match = strict.answer(probe(TestEmbeddings.human(1, 0.55), LENGTH));

            assertThat(match.thresholds().match()).isEqualTo(0.6);
            assertThat(Driver.identification(match).decision()).isNotEqualTo(Decision.MATCH);
        }
    }

    @Test
    void poorReference_isEnrolledOnlyIfTheClientInsists() {
        // The quality is the length less twice the share of a turned face, less 3: -1.2.
        var refused = enroll(role("ada", false), face(TURNED, 0.6, 1, 0.8), 3);
        var insisted = enroll(role("ada", true), face(TURNED, 0.6, 1, 0.8), 3);

        assertThat(refused.rejections()).containsExactly(Rejection.POOR_FACE);
        assertThat(refused.weakness()).isEqualTo(Weakness.TURNED);
        assertThat(insisted.isAccepted()).isTrue();
        assertThat(insisted.weakness()).isEqualTo(Weakness.TURNED);
    }

    @Test
    void hopelessReference_isNeverEnrolled() {
        var answer = enroll(role("ada", true), face(TURNED, 0.6, 1, 0.8), 2);

        assertThat(answer.rejections()).containsExactly(Rejection.UNRECOGNISABLE);
        assertThat(answer.weakness()).isEqualTo(Weakness.TURNED);
    }

    @Test
    void goodReference_isEnrolledWithoutAWarning() {
        assertThat(enroll(role("ada", false), TestEmbeddings.human(1), LENGTH).weakness())
                .isNull();
    }

    @Test
    void poorPhoto_isNotTakenForSomebodyElse() {
        enroll("ada", face(TURNED, HALF, 1, HALF));

        var eve = enroll(role("eve", true), face(TURNED, HALF, 2, HALF), LENGTH);

        assertThat(eve.isAccepted()).isTrue();
    }

    /** An enrollment takes nobody for a person by whose name it would not be called. */
    @Test
    void faceThatResemblesManyPeople_isNotTakenForSomebodyElse() {
        enroll("ada", face(1, 0.56, 2, Math.sqrt(1 - 0.56 * 0.56)));
        var alone = enroll(role("eve", false), TestEmbeddings.human(1), LENGTH);
        for (var other = 3; other < 8; other++) {
            enroll("other" + other, face(1, 0.45, other, Math.sqrt(1 - 0.45 * 0.45)));
        }

        var amongMany = enroll(role("eve", false), TestEmbeddings.human(1), LENGTH);

        assertThat(alone.rejections()).containsExactly(Rejection.ENROLLED_AS_ANOTHER);
        assertThat(amongMany.isAccepted()).isTrue();
    }

    @Test
    void verification_judgesThePair() {
        var poor = verify("a", face(TURNED, 0.7, 1, 0.714), face(TURNED, 0.7, 2, 0.714));
        var good = verify("b", face(TURNED, 0.7, 1, 0.714), face(1, 0.7, 2, 0.714));

        assertThat(poor.similarity()).isCloseTo(0.49, ROUNDING);
        assertThat(poor.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(poor.reason()).isEqualTo(Reason.UNRECOGNISABLE);
        assertThat(good.similarity()).isCloseTo(0.5, ROUNDING);
        assertThat(good.decision()).isEqualTo(Decision.MATCH);
        assertThat(good.reason()).isNull();
    }

    @Test
    void verificationOfAPerson_takesTheReferenceThatIsBestAfterThePenalty() {
        enroll("ada", face(TURNED, 0.7, 3, 0.714));
        var verifyAda = new Role.VerifyPerson(new PersonId("ada"));
        var probe = face(TURNED, 0.7, 1, 0.5, 2, 0.5);

        var before = driver.answer(frame(facts("v/1", ANNA, verifyAda), embedded(probe, LENGTH)));
        enroll("ada", face(1, HALF, 2, HALF));
        var after = driver.answer(frame(facts("v/2", ANNA, verifyAda), embedded(probe, LENGTH)));

        assertThat(before.verification().reason()).isEqualTo(Reason.UNRECOGNISABLE);
        assertThat(after.verification().decision()).isEqualTo(Decision.MATCH);
    }

    @Test
    void rawLength_isKeptWithTheReference() {
        var shared = new Role.Enrollment(new PersonId("ada"), "ada", Scope.SHARED, false);
        driver.send(frame(facts("e/1", SessionId.SHARED, shared), embedded(TestEmbeddings.human(1), 3.5)));

        assertThat(driver.read(Driver.TOPICS.gallery()).stream().filter(Objects::nonNull))
                .extracting(Reference::rawLength)
                .containsExactly(3.5);
    }

    private VerificationAnswer verify(String id, Embedding one, Embedding other) {
        var first = new Role.VerifyFrame(new FrameId(id + "/2"));
        var second = new Role.VerifyFrame(new FrameId(id + "/1"));
        driver.send(frame(facts(id + "/1", ANNA, first), embedded(one, LENGTH)));
        return driver.answer(frame(facts(id + "/2", ANNA, second), embedded(other, LENGTH)))
                .verification();
    }

    /** Of ten people at most. */
    private static double crowd(double mean) {
        return 0.5 * (mean - 0.3 - 0.04 * Math.log(10 / 500.0));
    }

    private static Candidate candidate(String person, double similarity) {
        return new Candidate(new PersonId(person), Scope.SESSION, similarity);
    }

    private void enroll(String person, Embedding embedding) {
        enroll(person, person, embedding);
    }

    /** Insists on whatever the photo is like. */
    private void enroll(String person, String name, Embedding embedding) {
        var role = new Role.Enrollment(new PersonId(person), name, Scope.SESSION, true, true);
        assertThat(enroll(role, embedding, LENGTH).isAccepted()).isTrue();
    }

    private EnrollmentAnswer enroll(Role.Enrollment role, Embedding embedding, double rawLength) {
        return driver.answer(frame(facts("e/" + frames++, ANNA, role), embedded(embedding, rawLength)))
                .enrollment();
    }

    private static Role.Enrollment role(String person, boolean insists) {
        return new Role.Enrollment(new PersonId(person), person, Scope.SESSION, false, insists);
    }

    private Identification identify(Embedding embedding) {
        return driver.identify(probe(embedding, LENGTH));
    }

    private static Embeddings probe(Embedding embedding, double rawLength) {
        return frame(facts("p/1", ANNA, new Role.Probe()), embedded(embedding, rawLength));
    }

    private static EmbeddedFace embedded(Embedding embedding, double rawLength) {
        return new EmbeddedFace(TestFaces.face(), embedding, rawLength, Blob.wrap(new byte[] {1, 2, 3}));
    }

    private static Quality quality(Match match) {
        if (match.outcome() instanceof Outcome.Made<?> made
                && made.value() instanceof Faces<?> faces
                && faces.faces().get(0) instanceof MatchedFace face) {
            return face.face().quality();
        }
        throw new AssertionError("no face in " + match);
    }

    /** The sum of shares of humans, scaled to unit length. */
    private static Embedding face(Object... humansAndShares) {
        var values = new float[TestEmbeddings.DIMENSION];
        for (var i = 0; i < humansAndShares.length; i += 2) {
            values[(Integer) humansAndShares[i]] += ((Number) humansAndShares[i + 1]).floatValue();
        }
        return Embedding.normalised(values);
    }
}
