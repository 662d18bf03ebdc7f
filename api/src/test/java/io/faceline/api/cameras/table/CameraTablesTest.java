package io.faceline.api.cameras.table;

import static io.faceline.api.cameras.table.TestCameraRecords.THEN;
import static io.faceline.api.cameras.table.TestCameraRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept in memory of cameras is bounded, and is of the camera that is there. */
class CameraTablesTest {
    private static final CameraId DOOR = new CameraId("door");
    private static final Instant LATER = THEN.plusSeconds(60);

    private final TestCameraRecords records = new TestCameraRecords();
    private final CameraTracks tracks = new CameraTracks(records.table, records.changes);
    private final CameraStates states = new CameraStates(records.table, records.changes);
    private final CameraPreviews previews = new CameraPreviews(records.table, records.changes);
    private final Camera door = Camera.of(DOOR, "Door", new CameraAddress("rtsp://10.0.0.7/x"), CameraOrigin.API, THEN);

    @BeforeEach
    void define() {
        records.put(door);
    }

    private static TrackUpdate track(SessionId session, int number, long revision, Instant at) {
        var frame = new FrameId("door/1-" + number);
        var look = new Look(frame, revision, null, at);
        var face = TestFaces.face(0, new BoundingBox(0.1, 0.1, 0.2, 0.2));
        return new TrackUpdate(
                TrackUpdate.id(frame, 0),
                "door",
                session,
                number,
                TrackPhase.NEW,
                revision,
                look,
                look,
                1,
                new TrackIdentity(Decision.UNKNOWN, null, 0, 1, null, 0.4, TestFrames.MODEL, -1),
                null,
                new TrackShot(frame, revision, 0, face.box(), face.quality(), 0.5, List.of()),
                null);
    }

    private void see(TrackUpdate track) {
        tracks.apply(record("door", track, LATER));
    }

    private List<Long> seen() {
        return tracks.of(door, LATER).stream().map(TrackUpdate::number).toList();
    }

    private static CameraState state() {
        return new CameraState(
                DOOR, CameraCondition.LIVE, "", THEN, null, null, List.of(), CameraFigures.NONE, "ingest-1", THEN);
    }

    private static CameraPreview preview(int bytes, Instant at) {
        return new CameraPreview(DOOR, new FrameId("door/1-1"), at, 320, 180, Blob.wrap(new byte[bytes]));
    }

    @Test
    void hundredNewestTracks_areKept() {
        for (var number = 1; number <= 120; number++) {
            see(track(DOOR.session(), number, number, THEN.plusMillis(number)));
        }

        assertThat(seen()).hasSize(100).startsWith(120L, 119L).endsWith(21L);
    }

    @Test
    void trackOfAnotherSession_orUnderAnotherKey_isNotTheCameras() {
        see(track(new SessionId("visitor"), 1, 1, LATER));
        tracks.apply(record("yard", track(DOOR.session(), 2, 1, LATER), LATER));

        assertThat(seen()).isEmpty();
    }

    @Test
    void olderRecordOfATrack_isLeftOut() {
        see(track(DOOR.session(), 1, 9, LATER));
        see(track(DOOR.session(), 1, 8, LATER));

        assertThat(tracks.of(door, LATER)).singleElement().matches(track -> track.revision() == 9);
    }

    @Test
    void whatBeganBeforeTheDeletion_isNotOfTheNextCamera() {
        see(track(DOOR.session(), 1, 1, THEN.minusMillis(1)));
        states.apply(record("door", state(), THEN));
        previews.apply(record("door", preview(9, THEN), THEN));
        records.delete(DOOR);
        records.put(door);

        assertThat(seen()).isEmpty();
        assertThat(states.find(DOOR)).isEmpty();
        assertThat(previews.find(DOOR)).isEmpty();

        see(track(DOOR.session(), 2, 1, LATER));
        states.apply(record("door", state(), LATER));
        previews.apply(record("door", preview(9, LATER), LATER));
        assertThat(seen()).containsExactly(2L);
        assertThat(states.find(DOOR)).isPresent();
        assertThat(previews.find(DOOR)).isPresent();
    }

    @Test
    void state_isCurrent_forHalfAMinute() {
        states.apply(record("door", state(), THEN));

        assertThat(states.isCurrent(DOOR, THEN.plusSeconds(29))).isTrue();
        assertThat(states.isCurrent(DOOR, THEN.plusSeconds(31))).isFalse();
    }

    @Test
    void previewByAClockThatIsAhead_isAsOldAsItsRecord() {
        previews.apply(record("door", preview(9, LATER.plus(Duration.ofHours(1))), LATER));

        assertThat(previews.find(DOOR).orElseThrow().capturedAt()).isEqualTo(LATER);
    }

    @Test
    void largePreview_orOfNoCamera_isNotKept() {
        previews.apply(record("door", preview(600_000, LATER), LATER));
        assertThat(previews.find(DOOR)).isEmpty();

        previews.apply(record("yard", preview(9, LATER), LATER));
        assertThat(previews.find(new CameraId("yard"))).isEmpty();
    }

    @Test
    void slowListener_getsTheLastOfEach_andNoMoreThanItCanHold() {
        try (var box = records.changes.listen()) {
            for (var i = 0; i < 10; i++) {
                states.apply(record("door", state(), THEN));
            }
            assertThat(box.take(Duration.ZERO)).contains(new CameraChange.OfCamera(DOOR));
            assertThat(box.take(Duration.ZERO)).isEmpty();

            for (var number = 1; number <= 3000; number++) {
                see(track(DOOR.session(), number, number, LATER));
            }
            var taken = 0;
            while (box.take(Duration.ZERO).isPresent()) {
                taken++;
            }
            assertThat(taken).isEqualTo(2000);
        }
        states.apply(record("door", state(), THEN));
    }

    @Test
    void valueUnderAnotherKey_isNoCamera_andTombstonesOfNone_areSkipped() {
        records.table.apply(record("yard", door, THEN));
        records.table.apply(record("|", null, THEN));

        assertThat(records.table.all()).containsExactly(door);
    }
}
