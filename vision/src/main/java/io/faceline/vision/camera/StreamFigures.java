package io.faceline.vision.camera;

import io.faceline.contracts.camera.CameraNotice;
import java.util.Optional;
import java.util.Set;

/**
 * What has come from a camera since it was opened.
 *
 * @param codec such as {@code h264}; empty before the first picture
 * @param width pixels as they arrive, before any turn; 0 before the first picture
 * @param height pixels
 * @param framesPerSecond that arrive, counted over five seconds
 * @param received pictures
 * @param damaged pictures that were left out, since a part of them is missing or wrong
 * @param behind pictures that were left out to catch up
 * @param repeated pictures that were left out, since they have the same bytes as the one before
 * @param ignoredCells cells of the motion gate that always change and no longer open it
 * @param millisSincePicture time since the last whole picture, or since the opening
 */
public record StreamFigures(
        Optional<String> codec,
        int width,
        int height,
        double framesPerSecond,
        long received,
        long damaged,
        long behind,
        long repeated,
        int ignoredCells,
        long millisSincePicture,
        Set<CameraNotice> notices) {
    public StreamFigures {
        notices = Set.copyOf(notices);
    }
}
