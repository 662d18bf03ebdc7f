package io.faceline.ingest.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.job.JobVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameProgressTest {
    private static final JobVideo NEW = JobVideo.waiting("film", "video/mp4", 1, 5);

    private Instant now = Instant.EPOCH;

    @Test
    void frames_countUpToTheFirstThatIsMissing() {
        var frames = sent(NEW, 5);

        List.of(0L, 2L, 3L).forEach(frames::answered);
        assertThat(frames.applyTo(NEW).frames()).isEqualTo(1);
        assertThat(frames.isDone(2)).isTrue();
        assertThat(frames.isDone(1)).isFalse();

        frames.answered(1);
        assertThat(frames.applyTo(NEW).frames()).isEqualTo(4);
    }

    @Test
    void lostFrames_countWithTheOthers_andAreNamed() {
        var frames = sent(NEW, 4);

        frames.lost(0);
        frames.lost(3);
        frames.answered(1);

        assertThat(frames.applyTo(NEW).lost()).as("3 is not yet counted").containsExactly(0L);
        assertThat(frames.lost()).isEqualTo(2);
        frames.answered(2);
        assertThat(frames.applyTo(NEW).frames()).isEqualTo(4);
        assertThat(frames.applyTo(NEW).lost()).containsExactly(0L, 3L);
    }

    @Test
    void resumedJob_beginsWhereItWas() {
        var frames = new FrameProgress(NEW.at(10, List.of(4L)), () -> now);

        frames.answeredBefore(List.of(3L, 10L, 12L));

        assertThat(frames.isDone(4)).isTrue();
        assertThat(frames.isDone(11)).isFalse();
        assertThat(frames.applyTo(NEW).frames()).isEqualTo(11);
        assertThat(frames.applyTo(NEW).lost()).containsExactly(4L);
    }

    @Test
    void answerThatComesTwice_countsOnce() {
        var frames = sent(NEW, 2);

        frames.answered(0);
        frames.answeredBefore(List.of(0L));

        assertThat(frames.applyTo(NEW).frames()).isEqualTo(1);
    }

    @Test
    void silence_isCountedWhileFramesAreUnderWay() throws Exception {
        var frames = sent(NEW, 1);
        now = now.plusSeconds(60);
        assertThat(frames.silence()).isEqualTo(Duration.ofMinutes(1));

        frames.answered(0);
        frames.awaitAll();
        now = now.plusSeconds(60);
        assertThat(frames.silence()).isZero();
        frames.sent();
        assertThat(frames.silence()).isZero();
    }

    private FrameProgress sent(JobVideo video, int count) {
        var frames = new FrameProgress(video, () -> now);
        for (var i = 0; i < count; i++) {
            frames.sent();
        }
        return frames;
    }
}
