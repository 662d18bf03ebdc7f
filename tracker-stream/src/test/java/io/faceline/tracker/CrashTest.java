package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.job.JobState;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A task that dies goes on from its last commit, and reads again what came since. */
class CrashTest {
    private static final int FRAMES = 60;
    private static final int COMMIT = 8;

    /** Without these the versions begin anew. */
    private static final List<Integer> WRITTEN_AT_ONCE = List.of(TablesSnapshot.APPEARANCES, TablesSnapshot.VIDEOS);

    private final TestVideo video = new TestVideo(5);
    private final TestFace face = TestFace.at(0.3, 0.4, video.somebody());
    private final TestFace lin = TestFace.at(0.6, 0.4, video.somebody()).match(TestVideo.LIN, 0.7, 0.95);
    private final TrackerFixture tracker = new TrackerFixture();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void video_isTheSameInTheEnd_whenTheTaskDiesBetweenCommits(int seed) {
        var sightings = sightings(seed);
        var undisturbed = undisturbed(sightings);

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

    /** The tables are not written at one moment. */
    @ParameterizedTest
    @MethodSource("older")
    void video_isCompleteInTheEnd_whenACommitIsInterrupted(List<Integer> older) {
        var sightings = sightings(7);
        for (var from = 0; from < FRAMES; from += COMMIT) {
            var committed = TablesSnapshot.of(tracker.tables);
            var batch = sightings.subList(from, Math.min(FRAMES, from + COMMIT));
            batch.forEach(tracker::send);
            tracker.ticks();
            committed.restore(older.toArray(Integer[]::new));
            tracker.restart();
            batch.forEach(tracker::send);
            tracker.ticks();
        }
        complete(tracker);

        assertThat(tracker.out.frames())
                .extracting(TrackedFrame::sequence)
                .containsAll(LongStream.range(0, FRAMES).boxed().toList());
        assertThat(tracker.out.appearances()).hasSize(3);
        assertThat(tracker.isErasable()).isTrue();
        // Tracks that ended are written before their sources.
        if (!older.contains(TablesSnapshot.ENDED) || older.contains(TablesSnapshot.SOURCES)) {
            assertThat(withoutVersion(tracker)).isEqualTo(withoutVersion(undisturbed(sightings)));
        }
        if (!older.equals(WRITTEN_AT_ONCE)) {
            assertThat(tracker.out.appearanceWrites())
                    .extracting(Appearance::version)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        tracker.known.forgetJob();
        tracker.tick(Duration.ZERO);
        assertErased(tracker);
    }

    @ParameterizedTest
    @MethodSource("olderAndErasable")
    void video_isErased_whenItsJobIsDeletedWhileNoTaskRuns(List<Integer> older) {
        for (var seed = 1; seed <= 5; seed++) {
            var sightings = sightings(seed);
            for (var from = 0; from < FRAMES; from += COMMIT) {
                var crashed = new TrackerFixture();
                crashed.known.jobIs(JobState.RUNNING);
                sightings.subList(0, from).forEach(crashed::send);
                crashed.ticks();
                var committed = TablesSnapshot.of(crashed.tables);
                var batch = sightings.subList(from, Math.min(FRAMES, from + COMMIT));
                batch.forEach(crashed::send);
                crashed.ticks();

                committed.restore(older.toArray(Integer[]::new));
                crashed.known.jobIs(JobState.DELETED);
                crashed.restart();
                batch.forEach(crashed::send);
                crashed.tick(Duration.ZERO);

                assertErased(crashed);
            }
        }
    }

    /** Any one of the tables, and any two. */
    static List<List<Integer>> older() {
        var older = new ArrayList<List<Integer>>();
        for (var one = TablesSnapshot.SOURCES; one <= TablesSnapshot.VIDEOS; one++) {
            older.add(List.of(one));
            for (var other = one + 1; other <= TablesSnapshot.VIDEOS; other++) {
                older.add(List.of(one, other));
            }
        }
        return older;
    }

    /** Without both of what knows a track that began since: appearances are written before their sources. */
    static List<List<Integer>> olderAndErasable() {
        var older = older();
        older.remove(List.of(TablesSnapshot.SOURCES, TablesSnapshot.APPEARANCES));
        return older;
    }

    private static void assertErased(TrackerFixture tracker) {
        assertThat(tracker.isEmpty()).isTrue();
        assertThat(tracker.out.appearances()).isEmpty();
        assertThat(tracker.out.shots()).isEmpty();
        assertThat(tracker.out.videos()).isEmpty();
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

    private static TrackerFixture undisturbed(List<Sighting> sightings) {
        var undisturbed = new TrackerFixture();
        sightings.forEach(undisturbed::send);
        complete(undisturbed);
        return undisturbed;
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
