package io.faceline.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.evaluation.calibration.LogLine.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void fit_pointsOnALine_isThatLine() {
        var known = new LogLine(0.47, 0.027);

        var fitted = LogLine.fit(List.of(point(10, known), point(100, known), point(2000, known)));

        assertThat(fitted.at500()).isCloseTo(0.47, within(1e-9));
        assertThat(fitted.perLog()).isCloseTo(0.027, within(1e-9));
        assertThat(fitted.at(500)).isCloseTo(0.47, within(1e-9));
    }

    /** Two points at each of two sizes: the line passes through their means. */
    @Test
    void fit_scatteredPoints_hasTheLeastSquares() {
        var fitted = LogLine.fit(
                List.of(new Point(100, 0.40), new Point(100, 0.42), new Point(1000, 0.48), new Point(1000, 0.50)));

        assertThat(fitted.at(100)).isCloseTo(0.41, within(1e-9));
        assertThat(fitted.at(1000)).isCloseTo(0.49, within(1e-9));
    }

    private static Point point(int people, LogLine line) {
        return new Point(people, line.at(people));
    }
}
