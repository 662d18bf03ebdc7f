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
    /** The matcher looks every 20 s, and deletions within a minute are filled together. */
    private static final Duration LATE = Duration.ofSeconds(81);

    private static final String NOBODY = "fence";

    private final Driver driver = new Driver(MatcherFixtures.settings(Map.of()));

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void topics_areFilledOnceAfterADeletion() {
        awaitApplied();
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        driver.answer(new Change.DeletePerson("c", ANNA, new PersonId("ada")));

        assertThat(filledAfter(SEGMENT.minus(LATE))).isFalse();
        assertThat(filledAfter(LATE.multipliedBy(2))).isTrue();
        assertThat(filledAfter(SEGMENT.multipliedBy(2))).isFalse();
    }

    @Test
    void topics_areFilledAfterEachDeletion() {
        awaitApplied();
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        driver.send(enrollment("e/2", ANNA, "bob", human(2)));
        driver.answer(new Change.DeletePerson("c1", ANNA, new PersonId("ada")));
        driver.pass(SEGMENT.dividedBy(2));

        driver.answer(new Change.DeletePerson("c2", ANNA, new PersonId("bob")));

        assertThat(filledAfter(SEGMENT.dividedBy(2).plus(LATE))).isTrue();
        assertThat(filledAfter(SEGMENT.dividedBy(2))).isTrue();
        assertThat(filledAfter(SEGMENT.multipliedBy(2))).isFalse();
    }

    @Test
    void topics_areFilledAfterAStart() {
        assertThat(filledAfter(SEGMENT.plus(LATE))).isTrue();
        assertThat(filledAfter(SEGMENT.multipliedBy(2))).isFalse();
    }

    @Test
    void topics_areFilledAfterAnExpiry() {
        awaitApplied();
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));
        assertThat(filledAfter(Duration.ofHours(23))).isFalse();

        driver.pass(Duration.ofHours(1).plus(LATE.multipliedBy(2)));

        assertThat(driver.enrollments(ANNA)).isEmpty();
        assertThat(filledAfter(SEGMENT.plus(LATE))).isTrue();
    }

    @Test
    void topics_areFilledAfterAPairWentThatCameToNothing() {
        awaitApplied();
        driver.send(frame(facts("v/1", ANNA, new Role.VerifyFrame(new FrameId("v/2"))), TestFaces.embedded(human(1))));
        driver.pass(Duration.ofMinutes(11));

        assertThat(filledAfter(SEGMENT.plus(LATE))).isTrue();
    }

    @Test
    void nothingIsFilled_wherePeopleAreOnlyAdded() {
        awaitApplied();
        driver.send(enrollment("e/1", ANNA, "ada", human(1)));

        assertThat(filledAfter(SEGMENT.multipliedBy(2))).isFalse();
    }

    /** The filling that every start brings is over. */
    private void awaitApplied() {
        assertThat(filledAfter(SEGMENT.plus(LATE))).isTrue();
    }

    /** Whether both shared topics got a tombstone for nobody meanwhile; an earlier one is not seen. */
    private boolean filledAfter(Duration time) {
        driver.records(Driver.TOPICS.people());
        driver.records(Driver.TOPICS.gallery());
        driver.pass(time);
        var people = driver.records(Driver.TOPICS.people()).stream()
                .anyMatch(record -> record.key().equals(NOBODY) && record.value() == null);
        var gallery = driver.records(Driver.TOPICS.gallery()).stream()
                .anyMatch(record -> record.key().equals(NOBODY) && record.value() == null);
        assertThat(people).isEqualTo(gallery);
        return people;
    }
}
