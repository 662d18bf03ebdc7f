package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.job.JobState;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompactionTriggerTest {
    private static final String[] SENTINELS = {
        CompactionTrigger.SENTINEL, CompactionTrigger.SENTINEL, CompactionTrigger.SENTINEL
    };

    private final TestFace face = TestFace.at(0.3, 0.4, new TestVideo(5).somebody());
    private final TrackerFixture tracker = new TrackerFixture();

    @Test
    void sentinels_areWrittenAnHourAfterTheStart_andOnlyThen() {
        tracker.tick(Duration.ZERO);
        assertThat(tracker.out.erased()).isEmpty();

        tracker.pass(Duration.ofMinutes(62));
        tracker.tick(Duration.ZERO);

        assertThat(tracker.out.erased()).containsExactly(SENTINELS);
        tracker.out.clear();
        tracker.pass(Duration.ofMinutes(62));
        tracker.tick(Duration.ZERO);
        assertThat(tracker.out.erased()).isEmpty();
    }

    @Test
    void sentinels_areWrittenAnHourAfterAVideoWasErased() {
        tracker.pass(Duration.ofMinutes(62));
        tracker.tick(Duration.ZERO);
        tracker.known.jobIs(JobState.RUNNING);
        tracker.frames(0, 3, face);
        tracker.ticks();
        tracker.known.jobIs(JobState.DELETED);
        tracker.tick(Duration.ZERO);
        tracker.out.clear();

        tracker.pass(Duration.ofMinutes(59));
        tracker.tick(Duration.ZERO);
        assertThat(tracker.out.erased()).isEmpty();
        tracker.pass(Duration.ofMinutes(3));
        tracker.tick(Duration.ZERO);

        assertThat(tracker.out.erased()).containsExactly(SENTINELS);
    }
}
