package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.BERT;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Rejection;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was under way when its session ended, in every order. */
class EndedSessionTest {
    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);
    private final Map<String, SessionState> sessions = new HashMap<>();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void enrollmentUnderWay_isStoredNowhere() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        end(ANNA);

        var ofKnown = driver.answer(enrollment("e/2", ANNA, "ada", human(1)));
        var ofNew = driver.answer(enrollment("e/3", ANNA, "eve", human(2)));

        assertThat(ofKnown.enrollment().rejections()).containsExactly(Rejection.UNREADABLE);
        assertThat(ofNew.enrollment().rejections()).containsExactly(Rejection.UNREADABLE);
        assertThat(code(ofNew)).isEqualTo(FailureCode.SESSION_ENDED);
        assertThat(driver.person("eve")).isEmpty();
        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(driver.person("ada").orElseThrow().deleted()).isTrue();
    }

    @Test
    void enrollmentBetweenTwoEnds_isErased_andThoseOfOthersAreNot() {
        end(ANNA);
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", BERT, "bob", human(2)));
        end(ANNA);

        assertThat(driver.person("ada")).isEmpty();
        assertThat(driver.person("bob").filter(Person::isActive)).isPresent();
        assertThat(driver.identify(probe("p/1", BERT, human(2))).candidates()).hasSize(1);
    }

    static Stream<Embeddings> frames() {
        return Stream.of(
                probe("p/1", ANNA, human(1)),
                frame(facts("d/1", ANNA, new Role.Detect()), TestFaces.embedded(human(1))),
                frame(facts("v/1", ANNA, new Role.VerifyFrame(new FrameId("v/2"))), TestFaces.embedded(human(1))),
                frame(facts("v/3", ANNA, new Role.VerifyPerson(new PersonId("ada"))), TestFaces.embedded(human(1))));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void frameUnderWay_isAnsweredWithoutFaces(Embeddings frame) {
        end(ANNA);

        assertThat(code(driver.answer(frame))).isEqualTo(FailureCode.SESSION_ENDED);
    }

    @Test
    void changeUnderWay_isRefused_andSaysWhy() {
        end(ANNA);

        var renamed = driver.answer(new Change.RenamePerson("c", ANNA, new PersonId("ada"), "Eve"));

        assertThat(renamed.isMade()).isFalse();
        assertThat(renamed.error()).contains("session has ended");
    }

    @Test
    void ended_isSaidUnderAKeyOfItsOwn_thatNothingOfTheSessionReplaces() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        end(ANNA);
        driver.answer(new Change.KeepAlive("k", ANNA));
        driver.send(probe("p/1", ANNA, human(1)));

        assertThat(sessions()).containsOnlyKeys(SessionMark.ENDED.keyOf(ANNA));
        assertThat(sessions().get(SessionMark.ENDED.keyOf(ANNA)).id()).isEqualTo(ANNA);
    }

    @Test
    void ended_isForgotten_onceNothingOfTheSessionCanBeLeft() {
        end(ANNA);
        var kept = Driver.TOPICS.retention().untilUnanswerable();
        assertThat(kept).isGreaterThan(Duration.ofDays(8));

        driver.pass(kept.minusMinutes(1));
        assertThat(code(driver.answer(probe("p/1", ANNA, human(1))))).isEqualTo(FailureCode.SESSION_ENDED);
        driver.pass(Duration.ofMinutes(3));

        assertThat(sessions()).isEmpty();
        assertThat(driver.identify(probe("p/2", ANNA, human(1))).candidates()).isEmpty();
    }

    @Test
    void expired_isSaid_untilTheSessionGoesOn() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.pass(Duration.ofHours(25));
        assertThat(sessions()).containsOnlyKeys(SessionMark.EXPIRED.keyOf(ANNA));

        // As a run of the command line that continues the next day.
        assertThat(driver.identify(probe("p/1", ANNA, human(1))).candidates()).isEmpty();

        assertThat(sessions()).containsOnlyKeys(ANNA.value());
    }

    @Test
    void camera_goesOnAfterItsEnd() {
        var camera = new SessionId("camera:door");
        end(camera);

        assertThat(driver.answer(enrollment("e/1", camera, "ada", human(1)))
                        .enrollment()
                        .isAccepted())
                .isTrue();
        assertThat(sessions()).isEmpty();
    }

    @Test
    void sessionCalledAsAMark_makesAndRemovesNone() {
        var forged = new SessionId(SessionMark.ENDED.keyOf(ANNA));
        driver.send(probe("p/1", forged, human(1)));
        driver.answer(new Change.KeepAlive("k", forged));
        assertThat(driver.identify(probe("p/2", ANNA, human(1))).candidates()).isEmpty();
        assertThat(sessions()).containsOnlyKeys(ANNA.value());

        end(ANNA);

        assertThat(driver.answer(new Change.EndSession("c", forged)).isMade()).isFalse();
        assertThat(code(driver.answer(probe("p/3", ANNA, human(1))))).isEqualTo(FailureCode.SESSION_ENDED);
        assertThat(sessions()).containsOnlyKeys(SessionMark.ENDED.keyOf(ANNA));
    }

    private void end(SessionId session) {
        assertThat(driver.answer(new Change.EndSession("end", session)).isMade())
                .isTrue();
    }

    private static FailureCode code(Match match) {
        return match.outcome()
                .fold(
                        faces -> {
                            throw new AssertionError("faces in " + match);
                        },
                        reason -> {
                            throw new AssertionError("dropped: " + match);
                        },
                        (code, message) -> code);
    }

    /** What the topic has after compaction. */
    private Map<String, SessionState> sessions() {
        driver.records(Driver.TOPICS.sessions()).forEach(read -> {
            if (read.value() == null) {
                sessions.remove(read.key());
            } else {
                sessions.put(read.key(), read.value());
            }
        });
        return sessions;
    }
}
