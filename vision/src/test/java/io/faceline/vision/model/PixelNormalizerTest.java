package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.Batch;
import io.faceline.contracts.catalog.Channels;
import io.faceline.contracts.catalog.InputFacts;
import io.faceline.contracts.catalog.Resize;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelNormalizerTest {
    /** Two pixels: B, G, R = 0, 10, 20 and 30, 40, 255. */
    private static final byte[] BGR = {0, 10, 20, 30, 40, (byte) 255};

    @Test
    void rgb_isThreePlanesRedFirst() {
        assertThat(written(Channels.RGB, List.of(0.0), List.of(1.0))).containsExactly(20, 255, 10, 40, 0, 30);
    }

    @Test
    void bgr_isThreePlanesBlueFirst() {
        assertThat(written(Channels.BGR, List.of(0.0), List.of(1.0))).containsExactly(0, 30, 10, 40, 20, 255);
    }

    @Test
    void meanAndScale_areThoseOfEachPlane() {
        assertThat(written(Channels.RGB, List.of(20.0, 10.0, 0.0), List.of(5.0, 10.0, 2.0)))
                .containsExactly(0, 47, 0, 3, 0, 15);
    }

    private static float[] written(Channels channels, List<Double> mean, List<Double> scale) {
        var facts = new InputFacts("input", 2, 1, Resize.NONE, channels, mean, scale, Batch.ONE, null, null);
        var planes = new float[6];
        new PixelNormalizer(facts).write(BGR, planes, 0);
        return planes;
    }
}
