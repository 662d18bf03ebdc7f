package io.faceline.contracts.golden;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.Topics;
import java.time.Instant;

/** What the sample records are made of. All ids are written out: a rule that makes ids may change, what it made stays. */
final class SampleValues {
    static final Topics TOPICS = new Topics("");
    static final String MODEL = "fr_feature@87aacdfe";
    /** SHA-256 of "visitor". */
    static final SessionId VISITOR = new SessionId("5f14f9e6d80f802a65269804f2552ef9889f2c7ccec5067214e58a1e48e0b3ff");

    static final PersonId ADA = new PersonId("0b8f5a52-6f0e-4f5c-9a53-3f1f5c1b7a01");
    static final PersonId GRACE = new PersonId("9c1d7e64-2b3a-4c8d-8e1f-6a5b4c3d2e10");
    static final String PHOTO = "request-7d3c1a90-55e2-4a7b-b1c4-2f9e8d7c6b5a";
    static final String CAMERA = "live-1f2e3d4c-5b6a-4798-8a9b-acbdcedfe0f1";
    static final String VIDEO = "job-3e4d5c6b-7a89-4b0c-9d1e-2f3a4b5c6d7e";
    static final Fingerprint DETECTOR = new Fingerprint("2c26b46b68ff");
    static final Fingerprint EMBEDDER = new Fingerprint("fcde2b2edba5");
    static final Instant CAPTURED = Instant.parse("2026-11-28T09:10:11.123456Z");
    static final Instant ANSWERED = Instant.parse("2026-11-28T09:10:11.987Z");
    static final Instant ENROLLED = Instant.parse("2026-11-28T09:10:12Z");

    private static final int DIMENSION = 512;

    private SampleValues() {}

    static Face face(int index) {
        var left = 0.125 + 0.5 * index;
        return new Face(
                index,
                new BoundingBox(left, 0.2109375, 0.2375, 1.0 / 3),
                new Landmarks(
                        new Point(left + 0.16, 0.34),
                        new Point(left + 0.07, 0.345),
                        new Point(left + 0.115, 0.41),
                        new Point(left + 0.15, 0.478),
                        new Point(left + 0.08, 0.481)),
                0.9873f,
                new Quality(0.8125, 152.0 - index, 0.7071067811865476, 0.46, -12.75, 4.5, 0));
    }

    static Embedding embedding(int seed) {
        return embedding(seed, DIMENSION);
    }

    static Embedding embedding(int seed, int dimension) {
        var values = new float[dimension];
        for (var i = 0; i < dimension; i++) {
            values[i] = (i * 7919 + seed * 104_729) % 1009 - 504;
        }
        return Embedding.normalised(values);
    }

    /** Stands for an encoded image: bytes that count up from the seed. */
    static Blob image(int seed) {
        return counted(seed, 96);
    }

    static AlignedCrop crop(int seed) {
        return new AlignedCrop(counted(seed, AlignedCrop.BYTES));
    }

    private static Blob counted(int seed, int size) {
        var bytes = new byte[size];
        for (var i = 0; i < size; i++) {
            bytes[i] = (byte) (seed + i);
        }
        return Blob.wrap(bytes);
    }
}
