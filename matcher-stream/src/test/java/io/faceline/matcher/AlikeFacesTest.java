package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.face.TestFaces.GOOD;
import static io.faceline.contracts.face.TestFaces.embedded;
import static io.faceline.contracts.face.TestFaces.face;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.Rejection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Look-alikes, one person twice in a photo, and one person enrolled under two names. */
class AlikeFacesTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId EVE = new PersonId("eve");

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    /** As in a mirror, or on a screen in the background. */
    @Test
    void personTwiceInAPhoto_isNamedTwice() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        var identifications = identifications(
                driver.answer(frame(facts("p/1", ANNA, new Role.Probe()), at(0, human(1, 0.9)), at(1, human(1, 0.8)))));

        assertThat(identifications).hasSize(2).allSatisfy(identification -> assertMatch(identification, ADA));
    }

    @Test
    void personTwiceInAPhotoToEnroll_isRejected() {
        var role = MatcherFixtures.enroll(ANNA, "ada");

        var answer = driver.answer(frame(facts("e/1", ANNA, role), at(0, human(1)), at(1, human(1, 0.9))))
                .enrollment();

        assertThat(answer.rejections()).containsExactly(Rejection.SEVERAL_FACES);
    }

    @Test
    void lookAlikeOfAnEnrolledPerson_isTakenForThePerson() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        assertMatch(driver.identify(probe("p/1", ANNA, human(1, 0.52))), ADA);
    }

    /** Each is named by photos that are nearer to the own reference by the margin, and neither by others. */
    @Test
    void lookAlikesBothEnrolled_areNamedOnlyByPhotosThatTellThemApart() {
        enrollAsTwo();

        var clear = driver.identify(probe("p/1", ANNA, human(1)));
        var between = driver.identify(probe("p/2", ANNA, human(1, 0.97)));

        assertMatch(clear, ADA);
        assertAmbiguous(between);
    }

    @Test
    void personEnrolledUnderTwoNames_isAmbiguousUntilMerged() {
        enrollAsTwo();
        var photo = human(1, 0.97);
        assertAmbiguous(driver.identify(probe("p/1", ANNA, photo)));

        driver.answer(new Change.MergePeople("c/1", ANNA, EVE, ADA));

        assertMatch(driver.identify(probe("p/2", ANNA, photo)), ADA);
    }

    /** The second only because the user insists. */
    private void enrollAsTwo() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        var insisting = new Role.Enrollment(EVE, "eve", Scope.SESSION, true);
        var second = driver.answer(frame(facts("e/2", ANNA, insisting), embedded(human(1, 0.9))));
        assertThat(second.enrollment().isAccepted()).isTrue();
    }

    private static void assertMatch(Identification identification, PersonId person) {
        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
        assertThat(identification.candidates().get(0).person()).isEqualTo(person);
    }

    private static void assertAmbiguous(Identification identification) {
        assertThat(identification.decision()).isEqualTo(Decision.UNCERTAIN);
        assertThat(identification.reasons()).containsExactly(Reason.AMBIGUOUS_MARGIN);
        assertThat(identification.candidates()).extracting(Candidate::person).containsExactlyInAnyOrder(ADA, EVE);
    }

    private static List<Identification> identifications(Match match) {
        if (match.outcome() instanceof Outcome.Made<Faces<MatchedFace>> made) {
            return made.value().faces().stream()
                    .map(MatchedFace::identification)
                    .toList();
        }
        throw new AssertionError("no faces in " + match);
    }

    /** Side by side. */
    private static EmbeddedFace at(int index, Embedding embedding) {
        var box = new BoundingBox(0.1 + 0.4 * index, 0.2, 0.3, 0.4);
        return embedded(face(index, box, GOOD), embedding);
    }
}
