package io.faceline.api.cameras;

import io.faceline.api.TestAnswers;
import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.SourceTracking;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what ingest and the tracker write of cameras. */
public final class TestCameras implements AutoCloseable {
    public static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final Map<String, SourceTracking> tracked = new HashMap<>();

    public TestCameras(KafkaSettings kafka) {
        this.kafka = kafka;
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "test-cameras");
    }

    public void put(Person person) {
        sender.send(kafka.topics().people(), person.id().value(), person, null).join();
    }

    public void state(String camera, CameraCondition condition) {
        var now = Instant.now();
        var state = new CameraState(
                new CameraId(camera),
                condition,
                "10.0.0.7 does not answer",
                now,
                null,
                null,
                List.of(CameraNotice.GREY),
                CameraFigures.NONE,
                "ingest-1",
                now);
        sender.send(kafka.topics().cameraStates(), camera, state, null).join();
    }

    public void preview(String camera, Instant capturedAt) {
        var frame = new FrameId(camera + "/1-1");
        var preview = new CameraPreview(new CameraId(camera), frame, capturedAt, 320, 180, Blob.wrap(JPEG));
        sender.send(kafka.topics().previews(), camera, preview, frame).join();
    }

    /** An answered frame of the camera, as the tracker passes it on. */
    public void frame(String camera, Instant capturedAt, long sequence, MatchedFace... faces) {
        frame(new CameraId(camera).session(), camera, capturedAt, sequence, faces);
    }

    /** A frame of this source in any session. */
    public void frame(SessionId session, String source, Instant capturedAt, long sequence, MatchedFace... faces) {
        var facts = TestFrames.facts()
                .session(session)
                .source(source)
                .sequence(sequence)
                .capturedAt(capturedAt)
                .position(sequence / 5.0)
                .build(new FrameId(source + "/1-" + sequence));
        var match = TestFrames.match(facts).faces(faces).answeredAt(capturedAt).build();
        var step = tracked.computeIfAbsent(source, any -> new SourceTracking(SourceTracking.State.EMPTY))
                .accept(new AnsweredFrame(match, Optional.of(TestAnswers.embeddings(match))));
        sender.send(kafka.topics().trackedFrames(), source, step.frame(), facts.id())
                .join();
        step.updates().forEach(update -> sender.send(kafka.topics().tracks(), source, update, null)
                .join());
    }

    @Override
    public void close() {
        sender.close();
    }
}
