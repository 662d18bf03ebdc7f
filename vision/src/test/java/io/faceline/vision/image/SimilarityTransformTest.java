package io.faceline.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.Point;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SimilarityTransformTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final List<Point> SQUARE =
            List.of(new Point(0, 0), new Point(2, 0), new Point(2, 2), new Point(0, 2));

    @Test
    void isIdentity_forEqualPoints() {
        assertTransform(SimilarityTransform.between(SQUARE, SQUARE), 1, 0, 0, 0);
    }

    @Test
    void shifts() {
        var targets = List.of(new Point(5, -1), new Point(7, -1), new Point(7, 1), new Point(5, 1));

        assertTransform(SimilarityTransform.between(SQUARE, targets), 1, 0, 5, -1);
    }

    @Test
    void turnsByAQuarterAndDoubles() {
        // (x, y) becomes (-2y + 1, 2x)
        var targets = List.of(new Point(1, 0), new Point(1, 4), new Point(-3, 4), new Point(-3, 0));

        var transform = SimilarityTransform.between(SQUARE, targets);

        assertTransform(transform, 0, 2, 1, 0);
        assertThat(transform.scale()).isEqualTo(2, EXACT);
        assertThat(transform.apply(new Point(1, 1)).x()).isEqualTo(-1, EXACT);
        assertThat(transform.apply(new Point(1, 1)).y()).isEqualTo(2, EXACT);
    }

    @Test
    void isLeastSquares_withoutAnExactFit() {
        // Stretched to 4 wide and 2 high: about the centre, sum of conj(p)q is 4 (2 + 1) = 12, of |p|² is 8, so the
        // scale is 1.5.
        var targets = List.of(new Point(0, 0), new Point(4, 0), new Point(4, 2), new Point(0, 2));

        assertTransform(SimilarityTransform.between(SQUARE, targets), 1.5, 0, 0.5, -0.5);
    }

    @Test
    void neverMirrors() {
        var mirrored = List.of(new Point(2, 0), new Point(0, 0), new Point(0, 2), new Point(2, 2));

        assertTransform(SimilarityTransform.between(SQUARE, mirrored), 0, 0, 1, 1);
    }

    @Test
    void refuses_pointsThatCoincide() {
        var same = List.of(new Point(3, 3), new Point(3, 3), new Point(3, 3), new Point(3, 3));

        assertThatIllegalArgumentException().isThrownBy(() -> SimilarityTransform.between(same, SQUARE));
    }

    private static void assertTransform(SimilarityTransform transform, double a, double b, double tx, double ty) {
        assertThat(transform.a()).isEqualTo(a, EXACT);
        assertThat(transform.b()).isEqualTo(b, EXACT);
        assertThat(transform.tx()).isEqualTo(tx, EXACT);
        assertThat(transform.ty()).isEqualTo(ty, EXACT);
    }
}
