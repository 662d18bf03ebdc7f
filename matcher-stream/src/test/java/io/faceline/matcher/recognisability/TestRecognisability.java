package io.faceline.matcher.recognisability;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.frame.TestFrames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Invented facts for the model of {@link TestFrames}: humans 10 to 13 are turned, covered, without eyes and coarse, and
 * {@link #poor} makes a face as poor as a test needs. The measure of a kind is 1 for an ordinary face, and 0 for a face
 * that has nothing but that kind.
 */
public final class TestRecognisability {
    public static final int TURNED = 10;
    public static final int COVERED = 11;
    public static final int EYES = 12;
    public static final int COARSE = 13;
    public static final double LENGTH = 4;

    private static final double SLOPE = 0.2;

    private TestRecognisability() {}

    public static Recognisability measures() {
        return new Recognisability(facts());
    }

    public static RecognisabilityFacts facts() {
        return facts(1);
    }

    /** The same deficits, of measures that fall below 0 from a share of a quarter on. */
    public static RecognisabilityFacts steep() {
        return facts(4);
    }

    private static RecognisabilityFacts facts(int steepness) {
        return new RecognisabilityFacts(
                TestFrames.MODEL,
                "invented",
                LENGTH,
                List.of(TestEmbeddings.human(TURNED), TestEmbeddings.human(COVERED)),
                List.of(TestEmbeddings.human(EYES), TestEmbeddings.human(COARSE)),
                new MeasureFacts(weights(), LENGTH / 4, -2, -1, -3, 0.5, 1, 0),
                kind(TURNED, steepness),
                kind(COVERED, steepness),
                kind(EYES, steepness),
                kind(COARSE, steepness),
                0.5,
                new GalleryFunction(0.3, 0.04, 10),
                new GalleryFunction(0.5, 0.02, 10),
                new Calibration(40, -20, 100),
                new Limits(-2, -1, -1.5),
                new FoundShare(-2, 1, List.of(0.0, 0.1, 0.3, 0.5, 0.7, 0.9)));
    }

    private static MeasureFacts kind(int human, int steepness) {
        return new MeasureFacts(weights(-steepness, human), 0, 0, 0, 1, 1, steepness, SLOPE);
    }

    /** A face whose cosine to a kind of poor faces is this. */
    public static Embedding poor(int kind, double share) {
        return TestEmbeddings.human(kind, share);
    }

    private static Blob weights() {
        return Blob.wrap(new byte[TestEmbeddings.DIMENSION * Float.BYTES]);
    }

    private static Blob weights(float weight, int human) {
        var bytes = ByteBuffer.allocate(TestEmbeddings.DIMENSION * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(human * Float.BYTES, weight);
        return Blob.wrap(bytes.array());
    }
}
