package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraSignIn;
import io.faceline.contracts.camera.IgnoredArea;
import io.faceline.contracts.face.BoundingBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a camera's definition needs another connection when it changes. */
record PictureSource(
        CameraAddress address,
        @Nullable CameraSignIn signIn,
        @Nullable String certificate,
        double framesPerSecond,
        int maxWidth,
        List<BoundingBox> ignoredMotion,
        int rotate,
        @Nullable String aspect,
        boolean keyFramesOnly,
        boolean motionGate) {
    static PictureSource of(Camera camera) {
        return new PictureSource(
                camera.read(),
                camera.signIn(),
                camera.certificate(),
                camera.framesPerSecond(),
                camera.maxWidth(),
                camera.ignored().stream()
                        .filter(IgnoredArea::motion)
                        .map(IgnoredArea::box)
                        .toList(),
                camera.rotate(),
                camera.aspect(),
                camera.keyFramesOnly(),
                camera.motionGate());
    }
}
