package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.job.JobState;
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

    /** Enough to be of one group, and not with a third who is as similar. */
    private static final float SIMILAR = 0.55F;

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
        assertThat(restarted.isErasable()).isTrue();
        assertThat(restarted.video())
                .isEqualTo(undisturbed.video().at(restarted.video().version()));
    }

    /** Tracks that end at once are not in the order of their last faces, and each order makes other groups. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void groups_areTheSame_asWithoutARestart(boolean isRestarted) {
        var first = TestFace.at(0.1, 0.4, similar(1));
        var second = TestFace.at(0.4, 0.4, similar(0));
        var third = TestFace.at(0.7, 0.4, similar(2));
        var tracker = new TrackerFixture();
        tracker.known.jobIs(JobState.RUNNING);
        tracker.frames(0, 3, first, second, third);
        tracker.frames(3, 4, first, second);
        tracker.frames(4, 5, first);
        tracker.tick(TrackerTask.VIDEO_SILENCE);
        tracker.frames(5, 6);
        if (isRestarted) {
            tracker.restart();
        }
        tracker.ticks();

        var made = tracker.out.appearances();
        assertThat(made).hasSize(3).noneMatch(Appearance::isOpen);
        assertThat(made)
                .extracting(Appearance::group)
                .containsExactly(made.get(0).id(), made.get(0).id(), made.get(2).id());
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

    /** Somebody who is similar to 0; the others are not to each other. */
    private static Embedding similar(int number) {
        var values = new float[256];
        values[number] = (float) Math.sqrt(1 - SIMILAR * SIMILAR);
        values[0] = number == 0 ? 1 : SIMILAR;
        return Embedding.normalised(values);
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
