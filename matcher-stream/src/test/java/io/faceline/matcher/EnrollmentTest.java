package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.contracts.face.TestFaces.GOOD;
import static io.faceline.contracts.face.TestFaces.embedded;
import static io.faceline.contracts.face.TestFaces.face;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Rejection;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rejections of an enrollment. */
class EnrollmentTest {
    private final Driver driver = new Driver(MatcherFixtures.settings(Map.of("FACELINE_MAX_REFERENCES", "2")));

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void noFace_isRejected() {
        assertThat(enroll().rejections()).containsExactly(Rejection.NO_FACE);
    }

    @Test
    void severalFaces_areRejected() {
        var answer = enroll(at(0.1, 0.2, 0.9, 1), at(0.6, 0.11, 0.9, 2));

        assertThat(answer.rejections()).containsExactly(Rejection.SEVERAL_FACES);
    }

    @Test
    void faceInTheBackground_isNoSecondFace() {
        var answer = enroll(at(0.1, 0.2, 0.9, 1), at(0.6, 0.09, 0.9, 2));

        assertThat(answer.isAccepted()).isTrue();
        assertThat(answer.reference().value()).isEqualTo("e/1:0");
    }

    @Test
    void detectionOfLowConfidence_isNoSecondFace() {
        assertThat(enroll(at(0.1, 0.2, 0.9, 1), at(0.6, 0.2, 0.7, 2)).isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SMALL_FACE,     39, 0.5, 0.5,  0,  0",
        "LOW_SHARPNESS, 120, 0.0, 0.5,  0,  0",
        "LOW_BRIGHTNESS,120, 0.5, 0.0,  0,  0",
        "EXTREME_POSE,  120, 0.5, 0.5, 70,  0",
        "EXTREME_POSE,  120, 0.5, 0.5,  0, -60",
    })
    void poorFace_isRejectedWithItsReason(
            Rejection expected, double side, double sharpness, double brightness, double yaw, double pitch) {
        var quality = new Quality(0.5, side, sharpness, brightness, yaw, pitch, 0);

        assertThat(enroll(embedded(face(quality), human(1))).rejections()).containsExactly(expected);
    }

    @Test
    void detectionOfLowConfidence_isRejected() {
        assertThat(enroll(at(0.1, 0.2, 0.3, 1)).rejections()).containsExactly(Rejection.LOW_CONFIDENCE);
    }

    @Test
    void faceOfAnother_isRejectedNamingThePerson() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        var answer =
                driver.answer(enrollment("e/2", ANNA, "eve", human(1, 0.6))).enrollment();

        assertThat(answer.rejections()).containsExactly(Rejection.ENROLLED_AS_ANOTHER);
        assertThat(answer.enrolledAs()).isEqualTo(new PersonId("ada"));
        assertThat(driver.person("eve")).isEmpty();
    }

    @Test
    void faceOfAnother_isEnrolledWhenAllowed_orBelowTheThreshold_orUnderTheSameName() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        var lookalike = new Role.Enrollment(new PersonId("eve"), "eve", Scope.SESSION, true);
        var namesake = new Role.Enrollment(new PersonId("ada-2"), " ADA ", Scope.SESSION, false);

        try (var other = new Driver(MatcherFixtures.SETTINGS)) {
            other.send(enrollment("e/1", ANNA, "ada", human(1)));
            assertThat(other.answer(frame(facts("e/2", ANNA, lookalike), embedded(human(1))))
                            .enrollment()
                            .isAccepted())
                    .isTrue();
            assertThat(other.answer(frame(facts("e/3", ANNA, namesake), embedded(human(1))))
                            .enrollment()
                            .rejections())
                    .containsExactly(Rejection.ENROLLED_AS_ANOTHER);
        }
        assertThat(driver.answer(frame(facts("e/3", ANNA, namesake), embedded(human(1))))
                        .enrollment()
                        .isAccepted())
                .isTrue();
        assertThat(driver.answer(enrollment("e/4", SessionId.SHARED, "zoe", human(1)))
                        .enrollment()
                        .isAccepted())
                .isTrue();
    }

    @Test
    void personEnrolledTwiceUnderOneName_isNotAmbiguous() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(frame(
                facts("e/2", SessionId.SHARED, new Role.Enrollment(new PersonId("p2"), "Ada", Scope.SHARED, false)),
                embedded(human(1))));

        var identification = driver.identify(MatcherFixtures.probe("p/1", ANNA, human(1, 0.9)));

        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
        assertThat(identification.candidates()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Obama", "obama ", "OBAMA", "\u00a0obama", "oba\u200bma"})
    void personEnrolledTwiceInOneSession_isNoRival_andBothAnswersSaySo(String second) {
        driver.send(named("e/1", "p1", "Obama", 1));

        var enrolled = driver.answer(named("e/2", "p2", second, 1)).enrollment();
        var identification = driver.identify(MatcherFixtures.probe("p/1", ANNA, human(1, 0.9)));

        assertThat(enrolled.isAccepted()).isTrue();
        assertThat(enrolled.enrolledAs()).isEqualTo(new PersonId("p1"));
        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
        assertThat(identification.reasons()).containsExactly(Reason.SAME_NAME);
    }

    @Test
    void rivalBehindManyNamesakes_isStillARival() {
        try (var roomy = new Driver(MatcherFixtures.settings(Map.of("FACELINE_CANDIDATES", "1")))) {
            for (var i = 1; i <= 4; i++) {
                roomy.send(named("e/" + i, "p" + i, "Obama", 1));
            }
            roomy.send(frame(
                    facts("e/5", ANNA, new Role.Enrollment(new PersonId("eve"), "Eve", Scope.SESSION, true)),
                    embedded(human(1, 0.999))));

            var identification = roomy.identify(MatcherFixtures.probe("p/1", ANNA, human(1)));

            assertThat(identification.decision()).isEqualTo(Decision.UNCERTAIN);
            assertThat(identification.reasons()).containsExactly(Reason.AMBIGUOUS_MARGIN);
        }
    }

    @Test
    void fullSession_isRejected() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "eve", human(2)));

        var third = driver.answer(enrollment("e/3", ANNA, "max", human(3))).enrollment();
        var repeat = driver.answer(enrollment("e/2", ANNA, "eve", human(2))).enrollment();

        assertThat(third.rejections()).containsExactly(Rejection.SESSION_FULL);
        assertThat(repeat.isAccepted()).isTrue();
    }

    @Test
    void reservedId_isRejected() {
        assertThat(driver.answer(enrollment("e/1", ANNA, "fence", human(1)))
                        .enrollment()
                        .isAccepted())
                .isFalse();
    }

    @Test
    void enrollment_neverShowsItsNameInMatches() {
        var match = driver.answer(enrollment("e/1", ANNA, "ada", human(1)));

        assertThat(match.enrollment().isAccepted()).isTrue();
        assertThat(match.enrollment().reference()).isEqualTo(new ReferenceId("e/1:0"));
        assertThat(((Role.Enrollment) match.facts().role()).name()).isNull();
        assertThat(driver.person("ada").orElseThrow().name()).isEqualTo("ada");
    }

    @Test
    void people_keepBothPhotosOfTwoEnrollmentsRightAfterEachOther() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "ada", human(1, 0.9)));

        var last = driver.records(Driver.TOPICS.people()).stream()
                .filter(record -> record.key().equals("ada"))
                .reduce((before, after) -> after)
                .orElseThrow()
                .value();
        assertThat(last.photos()).extracting(photo -> photo.reference().value()).containsExactly("e/1:0", "e/2:0");
    }

    @Test
    void enrollment_isUnavailableUntilTheFenceIsReadBack() {
        var withShortWait = MatcherFixtures.settings(Map.of("FACELINE_GALLERY_WAIT", "20ms"));
        try (var withoutReadBack =
                new Driver(withShortWait, context -> new ForwardingOutbox(context, (people, gallery) -> {}))) {
            var match = withoutReadBack.answer(enrollment("e/1", SessionId.SHARED, "ada", human(1)));

            assertThat(match.enrollment().rejections()).containsExactly(Rejection.GALLERY_UNAVAILABLE);
        }
    }

    private EnrollmentAnswer enroll(EmbeddedFace... faces) {
        return driver.answer(frame(facts("e/1", ANNA, MatcherFixtures.enroll(ANNA, "ada")), faces))
                .enrollment();
    }

    private static Embeddings named(String frame, String person, String name, int human) {
        var role = new Role.Enrollment(new PersonId(person), name, Scope.SESSION, false);
        return frame(facts(frame, ANNA, role), embedded(human(human)));
    }

    private static EmbeddedFace at(double x, double side, double confidence, int human) {
        return embedded(face(human - 1, new BoundingBox(x, 0.1, side, side), confidence, GOOD), human(human));
    }
}
