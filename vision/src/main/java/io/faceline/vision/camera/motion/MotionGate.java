package io.faceline.vision.camera.motion;

import io.faceline.contracts.face.BoundingBox;
import java.util.List;

/**
 * Decides which of the taken pictures of a camera show something new. That one a second passes in any case, and that
 * areas to ignore are left out, is the caller's work: their cells have a constant brightness. Confined to one thread.
 */
public interface MotionGate {
    /**
     * Whether something moved since the pictures before. Called for every taken picture, in order; the grid's size may
     * change.
     *
     * @param nanos when the picture arrived, by a clock that only rises
     */
    boolean passes(LumaGrid grid, long nanos);

    /** The faces that were found last, in the turned picture: lets all pictures pass for a while, and cells near them count again. */
    void facesInView(List<BoundingBox> faces, long nanos);

    /** How many cells always change and no longer open the gate. */
    int ignoredCells();
}
