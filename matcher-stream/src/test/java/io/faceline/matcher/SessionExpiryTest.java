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
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.session.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expiry and end of sessions, and erasure of their data. */
class SessionExpiryTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final Driver driver = new Driver(MatcherFixtures.SETTINGS);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void endedSession_leavesOnlyTombstones() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        for (var repeat = 0; repeat < 2; repeat++) {
            assertThat(driver.answer(new Change.EndSession("c1", ANNA)).isMade())
                    .isTrue();
        }

        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(driver.person("ada").orElseThrow().deleted()).isTrue();
        assertThat(lastState(driver)).isNull();
        assertThat(driver.answer(enrollment("e/1", ANNA, "ada", human(1)))
                        .enrollment()
                        .isAccepted())
                .isFalse();
    }

    @Test
    void idleSession_expiresAfterADay() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.pass(Duration.ofHours(23));
        driver.answer(new Change.KeepAlive("c1", ANNA));
        driver.pass(Duration.ofHours(23));
        assertThat(driver.enrollments(ANNA)).isNotEmpty();

        driver.pass(Duration.ofHours(2));

        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(driver.person("ada").orElseThrow().deleted()).isTrue();
        var sessions = driver.records(Driver.TOPICS.sessions()).stream()
                .filter(session -> session.key().equals(ANNA.value()));
        assertThat(sessions).extracting(session -> session.value() == null).containsExactly(false, false, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 19, 20, 21, 35, 59})
    void session_isGoneWithinAMinuteAfterADay_andNeverBefore(int seconds) {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        step(Duration.ofSeconds(seconds));
        driver.send(probe("p/1", ANNA, human(1)));

        driver.pass(DAY.minusSeconds(60));
        step(Duration.ofSeconds(60));
        assertThat(driver.enrollments(ANNA)).isNotEmpty();

        step(Duration.ofSeconds(60));
        assertGone(driver);
        assertThat(driver.identify(probe("p/2", ANNA, human(1))).candidates()).isEmpty();
    }

    @Test
    void sessionOfAKeptVideo_expiresNoEarlier_andAsUsualOnceItIsNotKept() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.answer(new Change.KeepAlive("c1", ANNA, TestFrames.NOW.plus(DAY.multipliedBy(3))));

        driver.pass(DAY.multipliedBy(2));
        driver.answer(new Change.KeepAlive("c2", ANNA));
        driver.send(probe("p/1", ANNA, human(1)));
        driver.pass(DAY.minusSeconds(60));
        assertThat(driver.enrollments(ANNA)).isNotEmpty();

        driver.pass(Duration.ofSeconds(120));
        assertGone(driver);
    }

    @Test
    void sessionOfAVideoThatIsNotKeptAnyMore_expiresAfterADay() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.answer(new Change.KeepAlive("c1", ANNA, TestFrames.NOW.plus(DAY.multipliedBy(30))));
        driver.answer(new Change.KeepAlive("c2", ANNA, Instant.EPOCH));

        driver.pass(DAY.minusSeconds(60));
        assertThat(driver.enrollments(ANNA)).isNotEmpty();
        driver.pass(Duration.ofSeconds(120));

        assertGone(driver);
    }

    @Test
    void sessionThatIsNotThere_isNotMadeByKeepingIt() {
        driver.answer(new Change.KeepAlive("c1", ANNA, TestFrames.NOW.plus(DAY.multipliedBy(30))));

        assertThat(driver.records(Driver.TOPICS.sessions())).isEmpty();
    }

    static Stream<Consumer<Driver>> activities() {
        var lost = new Embeddings(
                facts("d/1", ANNA, new Role.Detect()), TestFrames.MODEL, Outcome.dropped(DropReason.CANCELLED));
        return Stream.of(
                driver -> driver.send(frame(facts("p/1", ANNA, new Role.Probe()))),
                driver -> driver.send(lost),
                driver -> driver.answer(new Change.KeepAlive("c", ANNA)),
                driver -> driver.answer(new Change.RenamePerson("c", ANNA, new PersonId("nobody"), "Eve")));
    }

    @Test
    void sessionOfACamera_doesNotExpire() {
        var camera = new SessionId("camera:door");
        driver.send(enrollment("e/1", camera, "ada", human(1)));

        driver.pass(DAY.multipliedBy(3));

        assertThat(driver.enrollments(camera)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("activities")
    void frameOrChange_keepsTheSession(Consumer<Driver> activity) {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.pass(DAY.minusMinutes(1));
        activity.accept(driver);
        driver.pass(DAY.minusMinutes(1));
        assertThat(driver.enrollments(ANNA)).isNotEmpty();

        driver.pass(Duration.ofMinutes(2));

        assertGone(driver);
    }

    @Test
    void others_keepNothingAlive() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.pass(DAY.minusMinutes(1));
        driver.send(enrollment("e/2", BERT, "bob", human(2)));

        driver.pass(Duration.ofMinutes(2));

        assertGone(driver);
        assertThat(driver.enrollments(BERT)).isNotEmpty();
        assertThat(driver.person("bob").orElseThrow().isActive()).isTrue();
    }

    @Test
    void mergedPeople_expireWithTheSession() {
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "eve", human(2)));
        driver.answer(new Change.MergePeople("c", ANNA, new PersonId("eve"), new PersonId("ada")));

        driver.pass(DAY.plusMinutes(1));

        assertGone(driver);
        assertThat(driver.person("eve")).hasValueSatisfying(SessionExpiryTest::isTombstone);
        assertThat(driver.answer(new Change.UnmergePeople("c", ANNA, new PersonId("eve")))
                        .isMade())
                .isFalse();
    }

    @Test
    void shortExpiry_isExact() {
        try (var shortExpiry = new Driver(MatcherFixtures.settings(Map.of("FACELINE_SESSION_EXPIRY", "2s")))) {
            shortExpiry.send(enrollment("e/1", ANNA, "ada", human(1)));

            shortExpiry.pass(Duration.ofSeconds(2));
            assertThat(shortExpiry.enrollments(ANNA)).isNotEmpty();

            shortExpiry.pass(Duration.ofMillis(300));
            assertGone(shortExpiry);
        }
    }

    private void step(Duration time) {
        for (var second = 0; second < time.toSeconds(); second++) {
            driver.pass(Duration.ofSeconds(1));
        }
    }

    private static void assertGone(Driver driver) {
        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(driver.person("ada")).hasValueSatisfying(SessionExpiryTest::isTombstone);
        assertThat(lastState(driver)).isNull();
    }

    private static void isTombstone(Person person) {
        assertThat(person.deleted()).isTrue();
        assertThat(person.name()).isEmpty();
        assertThat(person.lastMerge()).isNull();
    }

    private static SessionState lastState(Driver driver) {
        var states = driver.records(Driver.TOPICS.sessions()).stream()
                .filter(state -> state.key().equals(ANNA.value()))
                .toList();
        return states.get(states.size() - 1).value();
    }
}
