package io.faceline.vision.camera.motion;

import io.faceline.contracts.face.BoundingBox;
import java.util.List;

/** Lets every picture pass. */
public final class OpenGate implements MotionGate {
    @Override
    public boolean passes(LumaGrid grid, long nanos) {
        return true;
    }

    @Override
    public void facesInView(List<BoundingBox> faces, long nanos) {
        // It is open anyway.
    }

    @Override
    public int ignoredCells() {
        return 0;
    }
}
