package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.Appearance;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crash keeps of one table, and not of another. */
class InterruptedCommitTest {
    private final TestVideo video = new TestVideo(5);
    private final TestFace face = TestFace.at(0.3, 0.4, video.somebody());
    private final TestFace lin = TestFace.at(0.6, 0.4, video.somebody()).match(TestVideo.LIN, 0.7, 0.95);
    private final TrackerFixture tracker = new TrackerFixture();

    @BeforeEach
    void run() {
        tracker.known.jobIs(JobState.RUNNING);
    }

    /** The pictures of open tracks are known by their source, the others by their appearance or as they ended. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                TablesSnapshot.SOURCES,
                TablesSnapshot.WAITING,
                TablesSnapshot.ENDED,
                TablesSnapshot.APPEARANCES,
                TablesSnapshot.VIDEOS
            })
    void whatIsLeftOfAVideo_isErased_whateverItIs(int left) {
        var empty = TablesSnapshot.of(tracker.tables);
        tracker.frames(0, 16, face);
        tracker.frames(16, 32, lin);
        tracker.send(TrackerFixture.sighting(40));
        tracker.ticks();
        var first = tracker.out.appearances().get(0);
        var second = tracker.out.appearances().get(1);

        empty.restore(IntStream.rangeClosed(TablesSnapshot.SOURCES, TablesSnapshot.VIDEOS)
                .filter(table -> table != left)
                .boxed()
                .toArray(Integer[]::new));
        tracker.known.jobIs(JobState.DELETED);
        tracker.restart();
        tracker.tick(Duration.ZERO);

        assertThat(tracker.isEmpty()).isTrue();
        var hasFirst = left == TablesSnapshot.ENDED || left == TablesSnapshot.APPEARANCES;
        var hasSecond = left == TablesSnapshot.SOURCES || left == TablesSnapshot.APPEARANCES;
        assertThat(tracker.out.erased().containsAll(AppearancesTest.pictures(first)))
                .isEqualTo(hasFirst);
        assertThat(tracker.out.erased().containsAll(AppearancesTest.pictures(second)))
                .isEqualTo(hasSecond);
    }

    @Test
    void versions_increase_whenAnAppearanceThatTheSourceDoesNotKnowIsOfADeletedPerson() {
        tracker.frames(0, 3, face);
        tracker.ticks();
        var committed = TablesSnapshot.of(tracker.tables);
        tracker.frames(3, 6, face, lin);
        tracker.ticks();
        committed.restore(TablesSnapshot.SOURCES);
        tracker.restart();

        tracker.known.delete(TestVideo.LIN);
        tracker.frames(3, 6, face, lin);
        tracker.ticks();

        assertThat(tracker.out.appearanceWrites())
                .extracting(Appearance::version)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(tracker.out.appearances())
                .hasSize(2)
                .noneMatch(made -> TestVideo.LIN.equals(made.identity().person()));
    }

    @Test
    void trackThatEndedAndIsOpenAgain_isOneAppearance() {
        tracker.frames(0, 3, face);
        tracker.ticks();
        var committed = TablesSnapshot.of(tracker.tables);
        tracker.frames(3, 16);
        tracker.ticks();
        committed.restore(TablesSnapshot.SOURCES);
        tracker.restart();
        tracker.out.clear();

        tracker.frames(3, 4);
        tracker.ticks();
        assertThat(tracker.out.appearanceWrites())
                .extracting(Appearance::isOpen)
                .containsExactly(true);
        tracker.frames(4, 16);
        tracker.ticks();

        assertThat(tracker.out.appearanceWrites())
                .extracting(Appearance::isOpen)
                .containsExactly(true, false);
        assertThat(tracker.tables.ended().where(any -> true)).hasSize(1);
    }
}
