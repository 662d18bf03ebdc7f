package io.faceline.alerts.passing;

import static io.faceline.alerts.TestRules.ADA_COMES;
import static io.faceline.alerts.TestRules.GRACE_COMES;
import static io.faceline.alerts.TestTracks.ADA;
import static io.faceline.alerts.TestTracks.CAMERA;
import static io.faceline.alerts.TestTracks.DOOR;
import static io.faceline.alerts.TestTracks.GRACE;
import static io.faceline.alerts.TestTracks.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerts.TestBooks;
import io.faceline.alerts.TestRules;
import io.faceline.alerts.TestTracks;
import io.faceline.alerts.node.ReadUntil;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.store.MapTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassTaskTest {
    private static final Duration OPEN_KEPT = Duration.ofDays(7);

    private final TestBooks known = new TestBooks(TestRules.ada());
    private final PassTables tables = new PassTables(new MapTable<>(), new MapTable<>(), new MapTable<>());
    private final List<Passed> out = new ArrayList<>();
    private final AtomicInteger deletions = new AtomicInteger();
    private final TestTracks track = TestTracks.atDoor(0);
    private PassTask task = task();
    private long offset;

    private record Passed(RuleId rule, long revision, String picture) {}

    private PassTask task() {
        return new PassTask(tables, known.books(), this::passed, OPEN_KEPT, deletions::incrementAndGet);
    }

    private void passed(RuleId rule, Observation observation) {
        var of = (Observation.OfTrack) observation;
        var picture = of.picture() == null ? "" : of.picture().frame().value();
        out.add(new Passed(rule, of.track().revision(), picture));
    }

    private void send(TrackUpdate update) {
        task.on(update, new ReadUntil(offset, START.plusSeconds(offset)));
        offset++;
    }

    private void picture(long frame) {
        task.on(DOOR, track.picture(frame), START.plusSeconds(offset));
    }

    @Test
    void update_isPassedOnOnce() {
        send(track.at(0, ADA));
        send(track.at(3, ADA));
        send(track.at(3, ADA));
        send(track.at(0, ADA));

        assertThat(out).extracting(Passed::revision).containsExactly(0L, 3L);
    }

    @Test
    void ruleThatKnewTheTrack_learnsThatItIsSomebodyElse() {
        send(track.at(0, null));
        send(track.at(3, ADA));
        send(track.at(6, GRACE));

        assertThat(out).extracting(Passed::revision).containsExactly(3L, 6L);
    }

    @Test
    void nothingIsKept_whereThereAreNoRules() {
        known.remove(ADA_COMES);
        picture(0);
        send(track.at(0, ADA));

        assertThat(tables.tracks().where(any -> true)).isEmpty();
        assertThat(tables.pictures().where(any -> true)).isEmpty();
        known.put(TestRules.ada());
        send(track.at(5, ADA));
        assertThat(out).extracting(Passed::revision).containsExactly(5L);
    }

    /** The name may change by a look that is not known to be of the same face. */
    @Test
    void updatesOfOneRevision_arePassedOn_andNotAgain() {
        send(track.at(3, ADA));
        send(track.at(3, GRACE));
        send(track.at(3, ADA));
        send(track.endedAt(3, GRACE));
        send(track.at(3, null));

        assertThat(out).extracting(Passed::revision).containsExactly(3L, 3L, 3L);
    }

    @Test
    void anotherTask_passesOnWhatIsNew() {
        send(track.at(0, ADA));
        task = task();

        send(track.at(0, ADA));
        send(track.at(5, ADA));

        assertThat(out).extracting(Passed::revision).containsExactly(0L, 5L);
    }

    @Test
    void offsetsThatAreReset_sayNothing_alsoOfTracksThatAreForgotten() {
        for (var i = 0; i < 5; i++) {
            send(TestTracks.atDoor(i * 10L).endedAt(i * 10L, ADA));
        }
        task.forget(START.plus(Duration.ofDays(1)));
        out.clear();

        offset = 0;
        task = task();
        for (var i = 0; i < 5; i++) {
            send(TestTracks.atDoor(i * 10L).endedAt(i * 10L, ADA));
        }

        assertThat(tables.tracks().where(any -> true)).isEmpty();
        assertThat(out).isEmpty();
    }

    @Test
    void topicThatWasMadeAnew_isRead() {
        for (var i = 0; i < 5; i++) {
            send(track.at(i, ADA));
        }
        out.clear();

        task.on(TestTracks.atDoor(100).at(100, ADA), new ReadUntil(0, START.plus(Duration.ofDays(1))));

        assertThat(out).hasSize(1);
    }

    @Test
    void picture_isPassedOnWithItsUpdate_once() {
        picture(0);
        send(track.at(0, ADA));
        send(track.at(1, ADA));

        assertThat(out).extracting(Passed::picture).containsExactly("back-door/0", "");
    }

    @Test
    void picture_isPassedOnWhenItComes_ifItIsThatOfTheShot() {
        send(track.at(0, ADA));
        picture(7);
        assertThat(out).hasSize(1);

        picture(0);
        picture(0);
        assertThat(out).extracting(Passed::picture).containsExactly("", "back-door/0");

        picture(7);
        send(track.shownAt(8, ADA, 7));
        assertThat(out).extracting(Passed::picture).containsExactly("", "back-door/0", "back-door/7");
    }

    @Test
    void pictureOfAnotherSource_isNotPassedOn() {
        task.on("front-door", track.picture(0), START);
        send(track.at(0, ADA));

        assertThat(out).extracting(Passed::picture).containsExactly("");
    }

    @Test
    void newRule_learnsWhoIsInView_withThePicture_andNotWhoHasGone() {
        picture(0);
        send(track.at(0, ADA));
        send(TestTracks.atDoor(50).endedAt(50, ADA));
        out.clear();

        known.put(TestRules.of(GRACE_COMES, ADA, "UTC"));
        task.refresh();
        task.refresh();

        assertThat(out).containsExactly(new Passed(GRACE_COMES, 0, "back-door/0"));
        send(track.at(1, ADA));
        assertThat(out).extracting(Passed::rule).containsExactlyInAnyOrder(GRACE_COMES, GRACE_COMES, ADA_COMES);
    }

    @Test
    void deletedRule_isToldNothingMore() {
        send(track.at(0, ADA));
        known.put(TestRules.of(GRACE_COMES, ADA, "UTC"));
        out.clear();
        known.remove(ADA_COMES);
        send(track.at(1, ADA));

        assertThat(out).extracting(Passed::rule).containsOnly(GRACE_COMES);
    }

    static List<Object> deleted() {
        return List.of(CAMERA, DOOR, new CameraId(DOOR));
    }

    @ParameterizedTest
    @MethodSource("deleted")
    void nothingIsKeptOrPassedOn_ofWhatWasDeleted(Object gone) {
        picture(0);
        send(track.at(0, ADA));
        out.clear();

        known.delete(gone);
        task.refresh();
        send(track.at(1, ADA));

        assertThat(out).isEmpty();
        assertThat(tables.tracks().where(any -> true)).isEmpty();
        assertThat(tables.pictures().where(any -> true)).isEmpty();
        assertThat(deletions).hasPositiveValue();
    }

    @Test
    void deletedPerson_isNotKept_evenIfItWasDeletedWhileNoTaskRan() {
        picture(0);
        send(track.at(0, ADA));

        known.delete(ADA);
        task = task();

        assertThat(tables.pictures().where(any -> true)).isEmpty();
        assertThat(tables.tracks()
                        .where(passed -> ADA.equals(passed.update().identity().person())))
                .isEmpty();
        send(track.at(0, ADA));
        assertThat(out).hasSize(1);
    }

    @Test
    void endedTrack_isKnownForAnHour_andItsPictureForAMinute() {
        picture(0);
        send(track.endedAt(0, ADA));

        task.forget(START.plus(PassTask.PICTURE_KEPT).plusSeconds(2));
        assertThat(tables.pictures().where(any -> true)).isEmpty();
        assertThat(tables.tracks().where(any -> true)).hasSize(1);

        task.forget(START.plus(PassTask.ENDED_KEPT).plusSeconds(2));
        assertThat(tables.tracks().where(any -> true)).isEmpty();
    }

    @Test
    void openTrack_keepsItsPicture_untilItsTrackerIsLost() {
        picture(0);
        send(track.at(0, ADA));

        task.forget(START.plus(Duration.ofDays(1)));
        assertThat(tables.pictures().where(any -> true)).hasSize(1);

        task.forget(START.plus(OPEN_KEPT).plusSeconds(1));
        assertThat(tables.pictures().where(any -> true)).isEmpty();
    }

    @Test
    void clock_isThatOfTheBroker_untilNothingWasReadForAWhile() {
        var now = new Instant[] {START};
        var clock = new ReadClock(() -> now[0]);
        clock.arrived(START.minusSeconds(3600));

        assertThat(clock.now()).isEqualTo(START.minusSeconds(3600));
        now[0] = START.plusSeconds(4);
        clock.tick();
        now[0] = START.plusSeconds(6);
        clock.tick();
        assertThat(clock.now()).isEqualTo(START.plusSeconds(6));

        now[0] = START.plusSeconds(60);
        clock.tick();
        assertThat(clock.now()).as("after a standstill").isEqualTo(START.minusSeconds(3600));
    }
}
