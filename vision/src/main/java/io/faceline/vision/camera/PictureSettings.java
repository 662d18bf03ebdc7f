package io.faceline.vision.camera;

import io.faceline.contracts.Checks;
import io.faceline.contracts.face.BoundingBox;
import java.util.List;
import java.util.Optional;

/**
 * Which pictures of a camera are taken, and how they are prepared.
 *
 * @param framesPerSecond taken by the clock of this machine; 0 for every picture
 * @param maxWidth pixels of a taken frame; wider ones are reduced
 * @param rotate degrees clockwise: 0, 90, 180 or 270
 * @param aspect width by height of the scene, to which pictures are stretched before they are turned; as they are if empty
 * @param motionGate whether frames of a still scene are passed on without a picture
 * @param ignoredMotion areas of the turned picture, in fractions, in which changes do not count as motion
 * @param keyFramesOnly decodes key frames only
 * @param previewWidth pixels of the small pictures, about one a second; 0 for none
 */
public record PictureSettings(
        double framesPerSecond,
        int maxWidth,
        int rotate,
        Optional<Double> aspect,
        boolean motionGate,
        List<BoundingBox> ignoredMotion,
        boolean keyFramesOnly,
        int previewWidth) {
    public PictureSettings {
        ignoredMotion = List.copyOf(ignoredMotion);
        Checks.between("framesPerSecond", framesPerSecond, 0, 1000);
        Checks.between("maxWidth", maxWidth, 16, 16_384);
        Checks.require(rotate % 90 == 0 && rotate >= 0 && rotate < 360, "rotate must be 0, 90, 180 or 270");
    }
}
