package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleValues.ADA;
import static io.faceline.contracts.golden.SampleValues.CAMERA;
import static io.faceline.contracts.golden.SampleValues.CAPTURED;
import static io.faceline.contracts.golden.SampleValues.GRACE;
import static io.faceline.contracts.golden.SampleValues.MODEL;
import static io.faceline.contracts.golden.SampleValues.PHOTO;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.VIDEO;
import static io.faceline.contracts.golden.SampleValues.VISITOR;
import static io.faceline.contracts.golden.SampleValues.crop;
import static io.faceline.contracts.golden.SampleValues.embedding;
import static io.faceline.contracts.golden.SampleValues.face;
import static io.faceline.contracts.golden.SampleValues.image;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.FrameOptions;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Frames on their way through the stages. */
final class SampleFrames {
    static final FrameId OTHER = new FrameId("request-0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9/0");
    static final FrameFacts PROBE = photo(VISITOR, new Role.Probe());
    static final FrameFacts DETECT = photo(VISITOR, new Role.Detect());
    static final FrameFacts VERIFY_FRAME = photo(VISITOR, new Role.VerifyFrame(OTHER));
    static final FrameFacts VERIFY_PERSON = photo(VISITOR, new Role.VerifyPerson(ADA));
    static final FrameFacts NEW_ROLE = photo(VISITOR, new Role.Unknown("count"));
    static final FrameFacts ENROLLMENT =
            photo(VISITOR, new Role.Enrollment(GRACE, "Zoë 王 O’Neill", Scope.SESSION, false));
    static final FrameFacts SHARED_ENROLLMENT =
            photo(SessionId.SHARED, new Role.Enrollment(ADA, "Ada", Scope.SHARED, true));
    static final FrameFacts INSISTED_ENROLLMENT =
            photo(VISITOR, new Role.Enrollment(GRACE, "Zoë 王 O’Neill", Scope.SESSION, false, true));
    static final FrameFacts OF_A_CAMERA =
            new FrameFacts(new FrameId(CAMERA + "/17"), VISITOR, new Role.Probe(), CAMERA, 17, CAPTURED, 1.7, 41);
    static final FrameFacts OF_A_PUSHED_CAMERA = new FrameFacts(
            new FrameId("door/1767322800000-17"),
            new SessionId(SessionId.CAMERA_PREFIX + "door"),
            new Role.Probe(),
            "door",
            17,
            CAPTURED,
            1.7,
            FrameFacts.ANY_GALLERY);
    static final FrameFacts OF_A_CAMERA_WITH_OPTIONS = new FrameFacts(
            new FrameId("door/1767322800000-18"),
            new SessionId(SessionId.CAMERA_PREFIX + "door"),
            new Role.Probe(),
            "door",
            18,
            CAPTURED,
            1.9,
            FrameFacts.ANY_GALLERY,
            new FrameOptions(64, List.of(new BoundingBox(0.5, 0.25, 0.25, 0.5)), 0.5));
    static final FrameFacts OF_A_CAMERA_WITH_NO_LIMIT = new FrameFacts(
            new FrameId("door/1767322800000-19"),
            new SessionId(SessionId.CAMERA_PREFIX + "door"),
            new Role.Probe(),
            "door",
            19,
            CAPTURED,
            2.1,
            FrameFacts.ANY_GALLERY,
            new FrameOptions(null, List.of(), null));
    static final FrameFacts OF_A_VIDEO = new FrameFacts(
            new FrameId(VIDEO + "/70000"),
            VISITOR,
            new Role.Probe(),
            VIDEO,
            70_000,
            CAPTURED,
            51.41666666666667,
            FrameFacts.ANY_GALLERY);

    private static final String CUT_OFF = "The JPEG is cut off, a part of the picture is missing: send it again.";

    private SampleFrames() {}

    static Stream<GoldenRecord<Frame>> frames() {
        return Stream.of(
                frame(Lane.LIVE, "probe", PROBE, encoded()),
                frame(Lane.LIVE, "probe-of-a-camera", OF_A_CAMERA, encoded()),
                frame(Lane.LIVE, "detect", DETECT, encoded()),
                frame(Lane.LIVE, "verify-frame", VERIFY_FRAME, encoded()),
                frame(Lane.LIVE, "verify-person", VERIFY_PERSON, encoded()),
                frame(Lane.LIVE, "enrollment", ENROLLMENT, encoded()),
                frame(Lane.LIVE, "enrollment-shared", SHARED_ENROLLMENT, encoded()),
                frame(Lane.LIVE, "enrollment-insisted", INSISTED_ENROLLMENT, encoded()),
                frame(Lane.LIVE, "unknown-role", NEW_ROLE, encoded()),
                frame(Lane.LIVE, "dropped", OF_A_CAMERA, Outcome.dropped(DropReason.REPLACED_BY_NEWER)),
                frame(Lane.CAMERA, "probe", OF_A_PUSHED_CAMERA, encoded()),
                frame(Lane.CAMERA, "probe-with-options", OF_A_CAMERA_WITH_OPTIONS, encoded()),
                frame(Lane.CAMERA, "probe-without-limit", OF_A_CAMERA_WITH_NO_LIMIT, encoded()),
                frame(Lane.CAMERA, "still", OF_A_PUSHED_CAMERA, Outcome.dropped(DropReason.STILL)),
                // The same record as other libraries write it, with fields in another order and of no meaning to us.
                frame(Lane.CAMERA, "by-cbor2", OF_A_PUSHED_CAMERA, encoded()),
                frame(Lane.CAMERA, "by-cbor-x", OF_A_PUSHED_CAMERA, encoded()),
                frame(Lane.BULK, "probe-of-a-video", OF_A_VIDEO, encoded()),
                frame(Lane.BULK, "dropped", OF_A_VIDEO, Outcome.dropped(DropReason.CANCELLED)),
                frame(Lane.BULK, "failed", OF_A_VIDEO, Outcome.failed(FailureCode.EMPTY_FILE, "The file is empty.")));
    }

    static Stream<GoldenRecord<Detections>> detections() {
        var face = new DetectedFace(face(0), crop(3));
        return Stream.of(
                detections(Lane.LIVE, "probe-one-face", PROBE, made(List.of(face))),
                detections(Lane.LIVE, "probe-of-a-camera-no-face", OF_A_CAMERA, made(List.of())),
                detections(Lane.LIVE, "detect-no-face", DETECT, made(List.of())),
                detections(Lane.LIVE, "verify-frame-no-face", VERIFY_FRAME, made(List.of())),
                detections(Lane.LIVE, "verify-person-no-face", VERIFY_PERSON, made(List.of())),
                detections(Lane.LIVE, "enrollment-no-face", ENROLLMENT, made(List.of())),
                detections(Lane.LIVE, "dropped", OF_A_CAMERA, Outcome.dropped(DropReason.REPLACED_BY_NEWER)),
                detections(Lane.LIVE, "failed", PROBE, Outcome.failed(FailureCode.DAMAGED_IMAGE, CUT_OFF)),
                detections(Lane.LIVE, "unknown-role", NEW_ROLE, Outcome.unknownRole()),
                detections(Lane.CAMERA, "probe-one-face", OF_A_PUSHED_CAMERA, made(List.of(face))),
                detections(Lane.CAMERA, "stale", OF_A_PUSHED_CAMERA, Outcome.dropped(DropReason.STALE)),
                detections(
                        Lane.CAMERA,
                        "too-many-frames",
                        OF_A_PUSHED_CAMERA,
                        Outcome.dropped(DropReason.TOO_MANY_FRAMES)),
                detections(
                        Lane.CAMERA,
                        "not-allowed",
                        OF_A_PUSHED_CAMERA,
                        Outcome.failed(FailureCode.NOT_ALLOWED_HERE, "The lane does not take this role.")),
                detections(Lane.BULK, "probe-of-a-video-one-face", OF_A_VIDEO, made(List.of(face))),
                detections(Lane.BULK, "enrollment-shared-no-face", SHARED_ENROLLMENT, made(List.of())),
                detections(Lane.BULK, "dropped", OF_A_VIDEO, Outcome.dropped(DropReason.CANCELLED)),
                withSettings());
    }

    static Stream<GoldenRecord<Embeddings>> embeddings() {
        return Stream.of(
                embeddings("probe-two-faces", PROBE, made(List.of(embedded(0), embedded(1)))),
                embeddings("probe-no-face", PROBE, made(List.of())),
                embeddings("probe-of-a-camera", OF_A_CAMERA, made(List.of(embedded(0)))),
                embeddings("probe-of-a-video", OF_A_VIDEO, made(List.of(embedded(0)))),
                embeddings("detect-one-face", DETECT, made(List.of(new EmbeddedFace(face(0), null, null, image(9))))),
                embeddings("verify-frame", VERIFY_FRAME, made(List.of(embedded(0)))),
                embeddings("verify-person", VERIFY_PERSON, made(List.of(embedded(0)))),
                embeddings("enrollment", ENROLLMENT, made(List.of(embedded(0)))),
                embeddings("enrollment-shared", SHARED_ENROLLMENT, made(List.of(embedded(0)))),
                embeddings("unknown-role", NEW_ROLE, Outcome.unknownRole()),
                embeddings("dropped", OF_A_CAMERA, Outcome.dropped(DropReason.REPLACED_BY_NEWER)),
                embeddings("failed", PROBE, Outcome.failed(FailureCode.DAMAGED_IMAGE, CUT_OFF)),
                // Since faces have the length of the embedder's output.
                embeddings(
                        "probe-raw-length",
                        PROBE,
                        made(List.of(new EmbeddedFace(face(0), embedding(0), 3.7265625, image(0))))),
                // Since faces that hardly moved take the embedding of an earlier frame.
                embeddings(
                        "probe-reused",
                        OF_A_PUSHED_CAMERA,
                        made(List.of(new EmbeddedFace(face(0), embedding(0), 3.7265625, image(0), true)))),
                embeddings(
                        "probe-with-settings",
                        new Embeddings(PROBE, MODEL, SampleFrames.<EmbeddedFace>made(List.of()))
                                .by(SampleValues.DETECTOR, SampleValues.EMBEDDER)));
    }

    /** Whatever a stage could not work on, as it came; no bytes where Streams had freed them. */
    static Stream<GoldenRecord<byte[]>> deadLetters() {
        var poison = new byte[] {'{', '}'};
        return Stream.of(deadLetter("poison", poison), deadLetter("freed", null));
    }

    static <F> Faces<F> faces(List<F> faces) {
        return new Faces<>(1920, 1080, faces);
    }

    private static FrameFacts photo(SessionId session, Role role) {
        return new FrameFacts(new FrameId(PHOTO + "/0"), session, role, PHOTO, 0, CAPTURED, null, 41);
    }

    private static EmbeddedFace embedded(int index) {
        return new EmbeddedFace(face(index), embedding(index), null, image(index));
    }

    private static Outcome<Blob> encoded() {
        return Outcome.made(image(1));
    }

    private static <F> Outcome<Faces<F>> made(List<F> faces) {
        return Outcome.made(faces(faces));
    }

    private static GoldenRecord<Frame> frame(Lane lane, String name, FrameFacts facts, Outcome<Blob> image) {
        return GoldenRecord.cbor(TOPICS.frames(lane), name, key(lane, facts), new Frame(facts, image));
    }

    private static GoldenRecord<Detections> detections(
            Lane lane, String name, FrameFacts facts, Outcome<Faces<DetectedFace>> faces) {
        return GoldenRecord.cbor(TOPICS.detections(lane), name, key(lane, facts), new Detections(facts, faces));
    }

    private static GoldenRecord<Embeddings> embeddings(
            String name, FrameFacts facts, Outcome<Faces<EmbeddedFace>> faces) {
        var value = new Embeddings(facts, MODEL, faces);
        return GoldenRecord.cbor(TOPICS.embeddings(), name, facts.session().value(), value);
    }

    /** Since detections say by which settings they were made. */
    private static GoldenRecord<Detections> withSettings() {
        var value =
                new Detections(PROBE, Outcome.<Faces<DetectedFace>>made(faces(List.of()))).by(SampleValues.DETECTOR);
        return GoldenRecord.cbor(TOPICS.detections(Lane.LIVE), "probe-with-settings", key(Lane.LIVE, PROBE), value);
    }

    private static GoldenRecord<Embeddings> embeddings(String name, Embeddings value) {
        return GoldenRecord.cbor(
                TOPICS.embeddings(), name, value.facts().session().value(), value);
    }

    private static GoldenRecord<byte[]> deadLetter(String name, byte @Nullable [] value) {
        var topic = TOPICS.deadLetters();
        return new GoldenRecord<>(topic.name(), name, "bin", VISITOR.value(), value, topic.valueSerde());
    }

    private static String key(Lane lane, FrameFacts facts) {
        return lane == Lane.BULK ? facts.id().value() : facts.source();
    }
}
