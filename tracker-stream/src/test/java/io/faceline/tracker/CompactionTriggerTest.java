package io.faceline.tracker;

import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.job.JobState;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Kafka removes what was deleted only after another write. */
class CompactionTriggerTest {
    private static final String SENTINEL = "|";

    private final TestFace face =
            TestFace.at(0.2, 0.4, new TestVideo(5).somebody()).match(LIN, 0.7, 0.9);
    private final TrackerFixture tracker = new TrackerFixture();

    @Test
    void sentinels_areWritten_anHourAfterADeletion() {
        tracker.known.jobIs(JobState.RUNNING);
        tracker.frames(0, 5, face);
        pass(TrackerFixture.SEGMENT.plusMinutes(5));
        tracker.out.clear();

        tracker.known.delete(LIN);
        tracker.tick(Duration.ZERO);
        pass(TrackerFixture.SEGMENT.minusMinutes(5));
        assertThat(tracker.out.erased()).doesNotContain(SENTINEL);

        pass(Duration.ofMinutes(10));
        assertThat(tracker.out.erased()).contains(SENTINEL, SENTINEL + "|BEST");
        assertThat(tracker.out.correctionsRemoved()).contains(SENTINEL);
    }

    @Test
    void sentinels_areWrittenAfterAStart_sinceAnotherMayNotHave() {
        pass(TrackerFixture.SEGMENT.plusMinutes(5));

        assertThat(tracker.out.erased()).contains(SENTINEL);
    }

    private void pass(Duration time) {
        tracker.now = tracker.now.plus(time);
        tracker.tick(Duration.ZERO);
    }
}
