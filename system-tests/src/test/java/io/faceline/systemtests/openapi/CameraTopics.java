package io.faceline.systemtests.openapi;

import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.ClientLogin;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what a camera does and sees, as ingest and the tracker do. */
final class CameraTopics {
    private static final String CAMERA = "door";
    private static final CameraId ID = new CameraId(CAMERA);

    private final KafkaSettings kafka;

    CameraTopics(ClientLogin login, String prefix) {
        var environment = new HashMap<>(login.environment());
        environment.put("FACELINE_TOPIC_PREFIX", prefix);
        this.kafka = KafkaSettings.from(new Settings(environment));
    }

    /** A state, a preview, and a frame with an unknown face. */
    void write() {
        var now = Instant.now();
        var frame = new FrameId(CAMERA + "/" + now.toEpochMilli() + "-1");
        var topics = kafka.topics();
        try (var sender = new RecordSender(kafka, "test-cameras")) {
            sender.send(topics.cameraStates(), CAMERA, state(now), null).join();
            sender.send(topics.previews(), CAMERA, preview(frame, now), frame).join();
            sender.send(topics.tracks(), CAMERA, track(frame, now), frame).join();
            sender.send(topics.trackedFrames(), CAMERA, tracked(frame, now), frame)
                    .join();
        }
    }

    private static CameraState state(Instant now) {
        var figures = new CameraFigures("h264", 640, 360, 5, 120L, 9, 8, 7, Map.of("STILL", 1L), 0, 2, 3);
        return new CameraState(
                ID,
                CameraCondition.LIVE,
                "pictures arrive",
                now,
                now,
                "rtsp://10.0.0.9/x",
                List.of(CameraNotice.GREY),
                figures,
                "ingest-1",
                now);
    }

    private static CameraPreview preview(FrameId frame, Instant now) {
        return new CameraPreview(
                ID, frame, now, 320, 180, Blob.wrap(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}));
    }

    private static TrackUpdate track(FrameId frame, Instant now) {
        var look = new Look(frame, 1, 0.2, now);
        var face = TestFaces.face(0, new BoundingBox(0.1, 0.1, 0.2, 0.2));
        return new TrackUpdate(
                TrackUpdate.id(frame, 0),
                CAMERA,
                ID.session(),
                1,
                TrackPhase.NEW,
                1,
                look,
                look,
                1,
                new TrackIdentity(Decision.UNKNOWN, null, 0, 1, null, 0.4, TestFrames.MODEL, -1),
                null,
                new TrackShot(frame, 1, 0.2, face.box(), face.quality(), 0.5, List.of()),
                null);
    }

    private static TrackedFrame tracked(FrameId frame, Instant now) {
        var facts = TestFrames.facts()
                .session(ID.session())
                .source(CAMERA)
                .sequence(1)
                .capturedAt(now)
                .build(frame);
        var face = new MatchedFace(
                TestFaces.face(0, new BoundingBox(0.1, 0.1, 0.2, 0.2)),
                new Identification(Decision.UNKNOWN, List.of(), null, null, List.of()));
        return new TrackedFrame(
                TestFrames.match(facts).faces(face).answeredAt(now).build(),
                List.of(new FaceTrack(TrackUpdate.id(frame, 0), 1, Decision.UNKNOWN, null)));
    }
}
