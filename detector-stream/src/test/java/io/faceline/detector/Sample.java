package io.faceline.detector;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.stream.IntStream;

/** Identical frames and faces. */
public final class Sample {
    static final Role PROBE = new Role.Probe();
    static final Role ENROLLMENT = new Role.Enrollment(new PersonId("p1"), "Ada", Scope.SESSION, false);
    static final Outcome<Blob> IMAGE = Outcome.made(Blob.of(new byte[] {1, 2, 3}));

    private Sample() {}

    static Frame frame(long sequence, Role role, Outcome<Blob> image) {
        return new Frame(facts(sequence, role), image);
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
        return new DetectedFace(face, new AlignedCrop(Blob.of(new byte[AlignedCrop.BYTES])));
    }
}
