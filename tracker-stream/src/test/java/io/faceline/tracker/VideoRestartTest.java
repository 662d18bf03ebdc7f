package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.track.Appearance;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another task goes on with what the tables hold. */
class VideoRestartTest {
    private static final long FRAMES = 50;

    private final TestVideo video = new TestVideo(5);
    private final TestFace unknown = TestFace.at(0.3, 0.4, video.somebody());
    private final TestFace lin = TestFace.at(0.6, 0.4, video.somebody()).match(TestVideo.LIN, 0.7, 0.95);
    private final TestFace likeLin = TestFace.at(0.1, 0.1, video.again(lin.embedding(), 0.7));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, FollowedVideo.TICKS})
    void appearances_areTheSameInTheEnd_whenTheTaskRestartsAtEveryFrame(int ticks) {
        var undisturbed = new TrackerFixture();
        LongStream.range(0, FRAMES).forEach(sequence -> send(undisturbed, sequence));
        complete(undisturbed);

        var restarted = new TrackerFixture();
        LongStream.range(0, FRAMES).forEach(sequence -> {
            send(restarted, sequence);
            for (var tick = 0; tick < ticks; tick++) {
                restarted.tick(Duration.ZERO);
            }
            restarted.restart();
        });
        complete(restarted);

        assertThat(undisturbed.out.appearances()).hasSize(4);
        assertThat(withoutVersion(restarted)).isEqualTo(withoutVersion(undisturbed));
        assertThat(restarted.out.frames()).isEqualTo(undisturbed.out.frames());
        assertThat(restarted.out.tracks()).isEqualTo(undisturbed.out.tracks());
        assertThat(restarted.out.shots())
                .containsOnlyKeys(undisturbed.out.shots().keySet());
        assertThat(restarted.out.erased()).isEmpty();
        assertThat(restarted.video())
                .isEqualTo(undisturbed.video().at(restarted.video().version()));
    }

    @Test
    void start_writesNothing_beforeTheTaskRuns() {
        var tracker = new TrackerFixture();
        LongStream.range(0, 20).forEach(sequence -> send(tracker, sequence));
        tracker.known.delete(TestVideo.LIN);
        tracker.out.clear();

        tracker.restart();
        assertThat(tracker.out.isSilent()).isTrue();
        tracker.tick(Duration.ZERO);

        assertThat(tracker.out.isSilent()).isFalse();
    }

    /** An unknown person twice, somebody who is named, and somebody who is like that person. */
    private void send(TrackerFixture tracker, long sequence) {
        var faces = sequence < 10
                ? List.of(unknown)
                : sequence < 20 ? List.of(lin) : sequence < 32 ? List.<TestFace>of() : List.of(unknown, likeLin);
        tracker.send(TrackerFixture.sighting(sequence, faces.toArray(TestFace[]::new)));
    }

    private static void complete(TrackerFixture tracker) {
        tracker.known.jobEnded(FRAMES);
        tracker.tick(Duration.ZERO);
        assertThat(tracker.video().isComplete()).isTrue();
    }

    private static List<Appearance> withoutVersion(TrackerFixture tracker) {
        return tracker.out.appearances().stream().map(made -> made.at(0)).toList();
    }
}
