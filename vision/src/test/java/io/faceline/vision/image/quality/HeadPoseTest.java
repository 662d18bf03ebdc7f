package io.faceline.vision.image.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.Point;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rotates a synthetic head in orthographic projection. Results on real photos (SCRFD-500M's points, angles guessed by
 * eye in brackets): inspireface left_face -64 (-70), right_face 61 (60), rise_face pitch 28 (30), lower_face -27 (-30),
 * left_wryneck roll -54, rot_90 81; over 1,000 LFW photos the median of yaw is -1 and of pitch 0.
 */
class HeadPoseTest {
    private static final double[][] HEAD = {
        {-17.62, 51.60, 0}, {17.62, 51.60, 0}, {0, 73.20, 18}, {-14.59, 92.28, 3}, {14.59, 92.28, 3}
    };

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "30, 0, 0",
        "-30, 0, 0",
        "0, 20, 0",
        "0, -20, 0",
        "0, 0, 40",
        "0, 0, -130",
        "25, -15, 10",
        "-60, 10, -35",
        "85, 0, 0"
    })
    void estimatesTheAngles_ofTheModelHead(double yaw, double pitch, double roll) {
        var pose = HeadPose.of(seen(yaw, pitch, roll, 3.5));

        assertThat(pose.yaw()).isEqualTo(yaw, within(1e-6));
        assertThat(pose.pitch()).isEqualTo(pitch, within(1e-6));
        assertThat(pose.roll()).isEqualTo(roll, within(1e-6));
    }

    @Test
    void yawIsPositive_ifTheNoseMovesRight() {
        assertThat(HeadPose.of(withNoseAt(70, 73.2)).yaw()).isBetween(20.0, 60.0);
    }

    @Test
    void pitchIsPositive_ifTheNoseMovesUp() {
        assertThat(HeadPose.of(withNoseAt(56, 66)).pitch()).isBetween(10.0, 40.0);
    }

    @Test
    void rollIsPositive_ifTheRightmostEyeIsLower() {
        assertThat(HeadPose.of(seen(0, 0, 10, 1)).roll()).isPositive();
        assertThat(seen(0, 0, 10, 1).get(1).y())
                .isGreaterThan(seen(0, 0, 10, 1).get(0).y());
    }

    @Test
    void isExtreme_ifThePointsAreCollinearOrIdentical() {
        var line = IntStream.range(0, 5).mapToObj(i -> new Point(i, 2 * i)).toList();
        var dot = IntStream.range(0, 5).mapToObj(i -> new Point(4, 4)).toList();

        assertThat(HeadPose.of(line).yaw()).isEqualTo(90);
        assertThat(HeadPose.of(dot).yaw()).isEqualTo(90);
    }

    @Test
    void lessExtreme_takesEachAngleFromTheSmallerEstimate() {
        var both = new HeadPose(-50, 40, 7).lessExtreme(new HeadPose(48, -60, 3));

        assertThat(both).isEqualTo(new HeadPose(48, 40, 7));
    }

    private static List<Point> withNoseAt(double x, double y) {
        return List.of(
                new Point(56 - 17.62, 51.6),
                new Point(56 + 17.62, 51.6),
                new Point(x, y),
                new Point(56 - 14.59, 92.28),
                new Point(56 + 14.59, 92.28));
    }

    /** Applies yaw about the head's vertical axis, then pitch, then roll in the image plane; z points to the viewer. */
    private static List<Point> seen(double yaw, double pitch, double roll, double scale) {
        return Arrays.stream(HEAD)
                .map(point -> seen(point, Math.toRadians(yaw), Math.toRadians(pitch), Math.toRadians(roll), scale))
                .toList();
    }

    private static Point seen(double[] point, double yaw, double pitch, double roll, double scale) {
        var x = point[0] * Math.cos(yaw) + point[2] * Math.sin(yaw);
        var z = -point[0] * Math.sin(yaw) + point[2] * Math.cos(yaw);
        var y = point[1] * Math.cos(pitch) - z * Math.sin(pitch);
        return new Point(
                scale * (x * Math.cos(roll) - y * Math.sin(roll)) + 17,
                scale * (x * Math.sin(roll) + y * Math.cos(roll)) - 5);
    }
}
