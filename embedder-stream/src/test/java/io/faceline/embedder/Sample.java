package io.faceline.embedder;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.stream.IntStream;

/** Detections that differ only in the first pixel of their crops. */
public final class Sample {
    static final Role PROBE = new Role.Probe();
    static final Role DETECT = new Role.Detect();

    private Sample() {}

    static Detections detections(long sequence, Role role, Outcome<Faces<DetectedFace>> outcome) {
        return new Detections(facts(sequence, role), outcome);
    }

    static FrameFacts facts(long sequence, Role role) {
        var session = new SessionId("session");
        return new FrameFacts(
                FrameId.of("job", sequence),
                session,
                role,
                "job",
                sequence,
                Instant.EPOCH,
                null,
                FrameFacts.ANY_GALLERY);
    }

    static Faces<DetectedFace> faces(int count) {
        return new Faces<>(
                640, 480, IntStream.range(0, count).mapToObj(Sample::face).toList());
    }

    private static DetectedFace face(int index) {
        var point = new Point(0.5, 0.5);
        var face = new Face(
                index,
                new BoundingBox(0.25, 0.25, 0.5, 0.5),
                new Landmarks(point, point, point, point, point),
                0.9,
                new Quality(0.5, 240, 0.5, 0.5, 0, 0, 0));
        return new DetectedFace(face, crop(index));
    }

    static AlignedCrop crop(int firstPixel) {
        var pixels = new byte[AlignedCrop.BYTES];
        pixels[0] = (byte) firstPixel;
        return new AlignedCrop(Blob.of(pixels));
    }

    /** An embedding determined by the first pixel of the crop. */
    static Embedding embedding(AlignedCrop crop) {
        var values = new float[8];
        values[crop.bgr().toByteArray()[0]] = 1;
        return Embedding.ofUnit(values);
    }
}
