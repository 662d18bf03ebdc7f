package io.faceline.matcher.change;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.facts;
import static io.faceline.matcher.MatcherFixtures.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.topic.Retention;
import io.faceline.matcher.Driver;
import io.faceline.matcher.MatcherFixtures;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompactionTriggerTest {
    private static final Duration SEGMENT = Retention.DEFAULT.replaced();
    /** The matcher checks every 20 s, and deletions within a minute share one write. */
    private static final Duration MAX_DELAY = Duration.ofSeconds(81);

    private static final String SENTINEL = "fence";

    private final Driver driver = new Driver(MatcherFixtures.settings(Map.of()));

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void sentinels_areWrittenOnceAfterADeletion() {
        passStartSentinels();
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        driver.answer(new Change.DeletePerson("c", ANNA, new PersonId("ada")));

        assertThat(sentinelsWrittenAfter(SEGMENT.minus(MAX_DELAY))).isFalse();
        assertThat(sentinelsWrittenAfter(MAX_DELAY.multipliedBy(2))).isTrue();
        assertThat(sentinelsWrittenAfter(SEGMENT.multipliedBy(2))).isFalse();
    }

    @Test
    void sentinels_areWrittenAfterEachDeletion() {
        passStartSentinels();
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "bob", human(2)));
        driver.answer(new Change.DeletePerson("c1", ANNA, new PersonId("ada")));
        driver.pass(SEGMENT.dividedBy(2));

        driver.answer(new Change.DeletePerson("c2", ANNA, new PersonId("bob")));

        assertThat(sentinelsWrittenAfter(SEGMENT.dividedBy(2).plus(MAX_DELAY))).isTrue();
        assertThat(sentinelsWrittenAfter(SEGMENT.dividedBy(2))).isTrue();
        assertThat(sentinelsWrittenAfter(SEGMENT.multipliedBy(2))).isFalse();
    }

    @Test
    void sentinels_areWrittenAfterAStart() {
        assertThat(sentinelsWrittenAfter(SEGMENT.plus(MAX_DELAY))).isTrue();
        assertThat(sentinelsWrittenAfter(SEGMENT.multipliedBy(2))).isFalse();
    }

    @Test
    void sentinels_areWrittenAfterAnExpiry() {
        passStartSentinels();
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        assertThat(sentinelsWrittenAfter(Duration.ofHours(23))).isFalse();

        driver.pass(Duration.ofHours(1).plus(MAX_DELAY.multipliedBy(2)));

        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(sentinelsWrittenAfter(SEGMENT.plus(MAX_DELAY))).isTrue();
    }

    @Test
    void sentinels_areWrittenAfterAPairExpired() {
        passStartSentinels();
        driver.send(frame(facts("v/1", ANNA, new Role.VerifyFrame(new FrameId("v/2"))), TestFaces.embedded(human(1))));
        driver.pass(Duration.ofMinutes(11));

        assertThat(sentinelsWrittenAfter(SEGMENT.plus(MAX_DELAY))).isTrue();
    }

    @Test
    void noSentinels_ifPeopleAreOnlyAdded() {
        passStartSentinels();
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        assertThat(sentinelsWrittenAfter(SEGMENT.multipliedBy(2))).isFalse();
    }

    /** Passes the sentinels that are written after every start. */
    private void passStartSentinels() {
        assertThat(sentinelsWrittenAfter(SEGMENT.plus(MAX_DELAY))).isTrue();
    }

    /** Whether a sentinel tombstone was written to both shared topics in this time; earlier ones are ignored. */
    private boolean sentinelsWrittenAfter(Duration time) {
        driver.records(Driver.TOPICS.people());
        driver.records(Driver.TOPICS.gallery());
        driver.pass(time);
        var people = driver.records(Driver.TOPICS.people()).stream()
                .anyMatch(record -> record.key().equals(SENTINEL) && record.value() == null);
        var gallery = driver.records(Driver.TOPICS.gallery()).stream()
                .anyMatch(record -> record.key().equals(SENTINEL) && record.value() == null);
        assertThat(people).isEqualTo(gallery);
        return people;
    }
}
