package io.faceline.ingest.camera.open;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.IgnoredArea;
import io.faceline.vision.camera.PictureSettings;
import java.util.Optional;

/** What a camera's definition says of its pictures. */
public final class CameraPictures {
    private static final int PREVIEW_WIDTH = 640;

    private CameraPictures() {}

    public static PictureSettings of(Camera camera) {
        return new PictureSettings(
                camera.framesPerSecond(),
                camera.maxWidth(),
                camera.rotate(),
                Optional.ofNullable(camera.aspect()).map(CameraPictures::ratio),
                camera.motionGate(),
                camera.ignored().stream()
                        .filter(IgnoredArea::motion)
                        .map(IgnoredArea::box)
                        .toList(),
                camera.keyFramesOnly(),
                PREVIEW_WIDTH);
    }

    /** Of such as {@code 16:9}. */
    private static double ratio(String aspect) {
        var colon = aspect.indexOf(':');
        return Double.parseDouble(aspect.substring(0, colon)) / Double.parseDouble(aspect.substring(colon + 1));
    }
}
