package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task that dies goes on from its last commit, and reads again what came since. */
class CrashTest {
    private static final int FRAMES = 60;
    private static final int COMMIT = 8;

    private final TestVideo video = new TestVideo(5);
    private final TestFace face = TestFace.at(0.3, 0.4, video.somebody());
    private final TestFace lin = TestFace.at(0.6, 0.4, video.somebody()).match(TestVideo.LIN, 0.7, 0.95);
    private final TrackerFixture tracker = new TrackerFixture();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void video_isTheSameInTheEnd_whenTheTaskDiesBetweenCommits(int seed) {
        var sightings = sightings(seed);
        var undisturbed = new TrackerFixture();
        sightings.forEach(undisturbed::send);
        complete(undisturbed);

        for (var from = 0; from < FRAMES; from += COMMIT) {
            var committed = TablesSnapshot.of(tracker.tables);
            var batch = sightings.subList(from, Math.min(FRAMES, from + COMMIT));
            batch.forEach(tracker::send);
            tracker.ticks();
            committed.restore();
            tracker.restart();
            batch.forEach(tracker::send);
            tracker.ticks();
        }
        complete(tracker);

        assertThat(withoutVersion(tracker)).isEqualTo(withoutVersion(undisturbed));
        assertThat(tracker.out.shots()).containsOnlyKeys(undisturbed.out.shots().keySet());
        assertThat(tracker.video())
                .isEqualTo(undisturbed.video().at(tracker.video().version()));
    }

    /** The tables are not written at one moment: 0 is that of the sources, 1 of the waiting frames, and so on. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void video_isCompleteInTheEnd_whenACommitIsInterrupted(int table) {
        var sightings = sightings(7);
        for (var from = 0; from < FRAMES; from += COMMIT) {
            var committed = TablesSnapshot.of(tracker.tables);
            var batch = sightings.subList(from, Math.min(FRAMES, from + COMMIT));
            batch.forEach(tracker::send);
            tracker.ticks();
            committed.restore(table);
            tracker.restart();
            batch.forEach(tracker::send);
            tracker.ticks();
        }
        complete(tracker);

        assertThat(tracker.out.frames())
                .extracting(TrackedFrame::sequence)
                .containsAll(LongStream.range(0, FRAMES).boxed().toList());
        assertThat(tracker.out.appearances()).hasSize(3);
        tracker.known.forgetJob();
        tracker.tick(Duration.ZERO);
        assertThat(tracker.isEmpty()).isTrue();
        assertThat(tracker.out.appearances()).isEmpty();
        assertThat(tracker.out.shots()).isEmpty();
    }

    /** Each in any order of up to as many as are under way. */
    private List<Sighting> sightings(int seed) {
        var sightings = new ArrayList<Sighting>();
        for (var sequence = 0; sequence < FRAMES; sequence++) {
            var isEmpty = sequence >= 20 && sequence < 35;
            sightings.add(
                    isEmpty
                            ? TrackerFixture.sighting(sequence)
                            : sequence < 10
                                    ? TrackerFixture.sighting(sequence, face, lin)
                                    : TrackerFixture.sighting(sequence, face));
        }
        for (var from = 0; from < FRAMES; from += 12) {
            Collections.shuffle(sightings.subList(from, Math.min(FRAMES, from + 12)), new Random(seed));
        }
        return sightings;
    }

    private static void complete(TrackerFixture tracker) {
        tracker.known.jobEnded(FRAMES);
        tracker.tick(TrackerTask.VIDEO_SILENCE);
        assertThat(tracker.video().isComplete()).isTrue();
    }

    private static List<Appearance> withoutVersion(TrackerFixture tracker) {
        return tracker.out.appearances().stream().map(made -> made.at(0)).toList();
    }
}
