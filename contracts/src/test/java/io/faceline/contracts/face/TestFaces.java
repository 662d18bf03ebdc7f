package io.faceline.contracts.face;

import io.faceline.contracts.Blob;
import java.util.stream.IntStream;

/** Faces for tests, at each stage: of good quality and in the middle of the picture unless a test says otherwise. */
public final class TestFaces {
    public static final BoundingBox CENTER = new BoundingBox(0.4, 0.4, 0.2, 0.2);
    public static final Quality GOOD = quality(0.9);

    private static final double CONFIDENCE = 0.95;

    private TestFaces() {}

    public static Face face() {
        return face(0);
    }

    public static Face face(int index) {
        return face(index, CENTER);
    }

    public static Face face(int index, BoundingBox box) {
        return face(index, box, GOOD);
    }

    public static Face face(Quality quality) {
        return face(0, CENTER, quality);
    }

    public static Face face(int index, BoundingBox box, Quality quality) {
        return face(index, box, CONFIDENCE, quality);
    }

    public static Face face(int index, BoundingBox box, double confidence, Quality quality) {
        return new Face(index, box, landmarks(box), confidence, quality);
    }

    /** Good but for its score. */
    public static Quality quality(double score) {
        return new Quality(score, 120, 0.8, 0.5, 0, 0, 0);
    }

    /** Of a frontal face: the eyes above the middle of the box, the mouth below. */
    public static Landmarks landmarks(BoundingBox box) {
        return new Landmarks(
                within(box, 0.7, 0.3),
                within(box, 0.3, 0.3),
                within(box, 0.5, 0.5),
                within(box, 0.66, 0.7),
                within(box, 0.34, 0.7));
    }

    private static Point within(BoundingBox box, double x, double y) {
        return new Point(box.x() + x * box.w(), box.y() + y * box.h());
    }

    /** So many faces of a picture of 640 × 480, that differ in their index and in their crops. */
    public static Faces<DetectedFace> detected(int count) {
        return new Faces<>(
                640,
                480,
                IntStream.range(0, count).mapToObj(TestFaces::detectedFace).toList());
    }

    private static DetectedFace detectedFace(int index) {
        return new DetectedFace(face(index), crop(index));
    }

    /** A black crop but for this first byte. */
    public static AlignedCrop crop(int firstByte) {
        var pixels = new byte[AlignedCrop.BYTES];
        pixels[0] = (byte) firstByte;
        return new AlignedCrop(Blob.wrap(pixels));
    }

    public static EmbeddedFace embedded(Face face, Embedding embedding) {
        return new EmbeddedFace(face, embedding, null, Blob.wrap(new byte[] {1, 2, 3}));
    }

    public static EmbeddedFace embedded(Embedding embedding) {
        return embedded(face(), embedding);
    }
}
