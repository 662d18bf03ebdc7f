package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.BERT;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Rejection;
import io.faceline.contracts.person.TestReferences;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and photos that are deleted, and what must not bring them back. */
class DeletionTest {
    private static final PersonId ADA = new PersonId("ada");

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void deletedPerson_isGoneFromTheVeryNextAnswer() {
        for (var session : List.of(ANNA, SessionId.SHARED)) {
            driver.send(enrollment("e/" + session, session, "p-" + session, human(1)));

            var answer = driver.answer(new Change.DeletePerson("c", session, new PersonId("p-" + session)));

            assertThat(answer.error()).isNull();
            assertThat(driver.identify(probe("q/" + session, ANNA, human(1))).candidates())
                    .isEmpty();
            assertThat(driver.person("p-" + session).orElseThrow().deleted()).isTrue();
        }
        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(driver.shared().gallery().size()).isZero();
    }

    @Test
    void deletedPerson_isNotBroughtBackByAnotherWriter() {
        driver.send(enrollment("e/1", SessionId.SHARED, "ada", human(1)));
        var before = driver.person("ada").orElseThrow();
        driver.answer(new Change.DeletePerson("c", SessionId.SHARED, before.id()));

        driver.write(Driver.TOPICS.people(), "ada", before);
        driver.write(Driver.TOPICS.gallery(), "e/1:0", TestReferences.reference("e/1:0", "ada", human(1)));

        assertThat(driver.identify(probe("q/1", ANNA, human(1))).candidates()).isEmpty();
        assertThat(driver.answer(enrollment("e/2", SessionId.SHARED, "ada", human(1)))
                        .enrollment()
                        .rejections())
                .containsExactly(Rejection.PERSON_DELETED);
        driver.pass(Duration.ofMinutes(1));
        assertThat(driver.person("ada").orElseThrow().deleted()).isTrue();
        assertThat(driver.shared().gallery().size()).isZero();
    }

    @Test
    void deletedPerson_isNotBroughtBackByAReplay() {
        var enrollment = enrollment("e/1", ANNA, "ada", human(1));
        var delete = new Change.DeletePerson("c1", ANNA, ADA);
        driver.send(enrollment);
        driver.answer(delete);

        var replayed = driver.answer(enrollment);

        assertThat(replayed.enrollment().rejections()).containsExactly(Rejection.PERSON_DELETED);
        assertThat(driver.answer(delete).isMade()).isTrue();
        assertThat(driver.identify(probe("p/1", ANNA, human(1))).candidates()).isEmpty();
    }

    @Test
    void deletedPhoto_isGoneWithWhatWasMadeOfIt() {
        for (var session : List.of(ANNA, SessionId.SHARED)) {
            var id = new PersonId("p-" + session);
            driver.send(enrollment("e/1/" + session, session, id.value(), human(1)));
            driver.send(enrollment("e/2/" + session, session, id.value(), human(2)));
            var photo = driver.person(id.value()).orElseThrow().photos().get(0).reference();

            var answer = driver.answer(new Change.DeletePhoto("c", session, id, photo));

            assertThat(answer.error()).isNull();
            assertThat(driver.person(id.value()).orElseThrow().photos())
                    .singleElement()
                    .satisfies(left -> assertThat(left.reference()).isNotEqualTo(photo));
            assertThat(driver.identify(probe("q/1/" + session, ANNA, human(1))).decision())
                    .isEqualTo(Decision.UNKNOWN);
            assertThat(driver.identify(probe("q/2/" + session, ANNA, human(2))).decision())
                    .isEqualTo(Decision.MATCH);
            driver.answer(new Change.DeletePerson("d", session, id));
        }
    }

    @Test
    void deletedPhoto_isNotBroughtBackByAReplay() {
        var enrollment = enrollment("e/1", ANNA, "ada", human(1));
        driver.send(enrollment);
        var photo = driver.person("ada").orElseThrow().photos().get(0);
        var delete = new Change.DeletePhoto("c1", ANNA, ADA, photo.reference());
        driver.answer(delete);

        var replayed = driver.answer(enrollment);
        var put = driver.answer(new Change.PutReference(
                "c2", ANNA, "Ada", TestReferences.reference(photo.reference().value(), "ada", human(1)), photo));

        assertThat(replayed.enrollment().rejections()).containsExactly(Rejection.PHOTO_DELETED);
        assertThat(put.error()).contains("was deleted");
        assertThat(driver.answer(delete).isMade()).isTrue();
        assertThat(driver.answer(new Change.DeletePhoto("c3", ANNA, ADA, new ReferenceId("e/9:0")))
                        .error())
                .contains("no photo e/9:0");
        assertThat(driver.person("ada").orElseThrow().photos()).isEmpty();
        assertThat(driver.enrollments(ANNA)).isEmpty();
    }

    @Test
    void deletedPhoto_isNoMatterOfAnotherSession() {
        var photo = TestReferences.photo("e/1:0");
        for (var session : List.of(ANNA, BERT)) {
            var reference = TestReferences.reference("e/1:0", "p-" + session, human(1));
            driver.answer(new Change.PutReference("c1", session, "Ada", reference, photo));
        }

        driver.answer(new Change.DeletePhoto("c2", ANNA, new PersonId("p-anna"), photo.reference()));

        var again = TestReferences.reference("e/1:0", "p-bert", human(1));
        assertThat(driver.answer(new Change.PutReference("c3", BERT, "Ada", again, photo))
                        .error())
                .isNull();
        assertThat(driver.identify(probe("q/1", BERT, human(1))).decision()).isEqualTo(Decision.MATCH);
        assertThat(driver.identify(probe("q/2", ANNA, human(1))).decision()).isEqualTo(Decision.UNKNOWN);
    }
}
