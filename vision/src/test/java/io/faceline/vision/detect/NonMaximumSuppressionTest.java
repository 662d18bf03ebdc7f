package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {
    @Test
    void overlappingDetections_keepTheHighestScore() {
        var sure = hit(0, 10, 0.9);
        var shifted = hit(3, 13, 0.8);
        var apart = hit(8, 18, 0.7);

        assertThat(sure.iou(shifted)).isCloseTo(7.0 / 13, within(1e-9));
        assertThat(NonMaximumSuppression.suppress(List.of(apart, shifted, sure), 0.4))
                .containsExactly(sure, apart);
    }

    @Test
    void cover_isRelativeToTheSmallerArea() {
        var face = new RawDetection(0, 0, 10, 10, 1, List.of());
        var mouth = new RawDetection(2, 6, 8, 12, 1, List.of());

        assertThat(face.cover(mouth)).isCloseTo(24.0 / 36, within(1e-9));
        assertThat(mouth.cover(face)).isEqualTo(face.cover(mouth));
    }

    private static RawDetection hit(double left, double right, double score) {
        return new RawDetection(left, 0, right, 10, score, List.of());
    }
}
