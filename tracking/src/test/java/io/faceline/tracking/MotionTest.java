package io.faceline.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.BoundingBox;
import org.junit.jupiter.api.Test;

/** In an image of 1280 × 720 a box of 0.1 × 0.1 has 128 × 72 pixels, and the size √(128 · 72) = 96. */
class MotionTest {
    private static final TestVideo VIDEO = new TestVideo(1);

    @Test
    void overlapIsAThird_movedByHalfItsWidth() {
        var motion = Motion.at(face(0, 0.2, 0.2));

        var moved = motion.iou(face(0.2, 0.25, 0.2));

        // The intersection is half a box, the union one and a half.
        assertThat(moved).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(new BoundingBox(0.2, 0.2, 0.1, 0.1).iou(new BoundingBox(0.25, 0.25, 0.1, 0.1)))
                .isCloseTo(0.0025 / (0.01 + 0.01 - 0.0025), within(1e-9));
        assertThat(motion.iou(face(0.2, 0.3, 0.2))).isCloseTo(0, within(1e-9));
    }

    @Test
    void distanceIsInSizes_movedByAnAspectRatio() {
        var motion = Motion.at(face(0, 0.2, 0.2));

        // 0.1 of the width is 128 pixels, 0.1 of the height 72.
        assertThat(motion.distance(face(0.2, 0.3, 0.2))).isCloseTo(128.0 / 96, within(1e-9));
        assertThat(motion.distance(face(0.2, 0.2, 0.3))).isCloseTo(72.0 / 96, within(1e-9));
    }

    @Test
    void boxIsExtrapolated_steadyMovement() {
        var motion = Motion.at(face(0, 0.1, 0.2)).movedTo(face(0.2, 0.3, 0.2));

        // 256 pixels in 0.2 s are 1280 per second. Smoothed by 0.6 the velocity is 768, or 153.6 in 0.2 s, 0.12 of the
        // width.
        assertThat(motion.velocityX()).isCloseTo(768, within(1e-6));
        assertThat(motion.iou(face(0.4, 0.42, 0.2))).isCloseTo(1, within(1e-9));
        assertThat(motion.distance(face(0.4, 0.42, 0.2))).isCloseTo(0, within(1e-9));
    }

    @Test
    void growthIsARatio_closer() {
        var near = new TestFace(new BoundingBox(0.2, 0.2, 0.2, 0.2), VIDEO.somebody(), 0.9, null);

        assertThat(Motion.at(face(0, 0.2, 0.2)).growth(observation(0.2, near))).isCloseTo(2, within(1e-9));
    }

    private static FaceObservation face(double position, double x, double y) {
        return observation(position, TestFace.at(x, y, VIDEO.somebody()));
    }

    private static FaceObservation observation(double position, TestFace face) {
        return FaceObservation.of(TestVideo.frame(0, position, face)).get(0);
    }
}
