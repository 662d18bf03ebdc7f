package io.faceline.vision.camera.motion;

import io.faceline.contracts.face.BoundingBox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Compares each cell with its own past. Opens for a connected area that differs from the background and moves, and for
 * a change of the whole picture, after which the new picture is the background. Cells that change for ten minutes
 * without a pause, such as those of a clock in the picture, open nothing until a face is near them. Confined to one
 * thread.
 */
public final class CellMotionGate implements MotionGate {
    private static final Duration IGNORED_AFTER = Duration.ofMinutes(10);
    /** As long as somebody may stand still between two steps. */
    private static final long OPEN_AFTER_MOTION = TimeUnit.SECONDS.toNanos(1);
    /** As long as a camera takes to adapt to another light. */
    private static final long OPEN_AFTER_WHOLE = TimeUnit.SECONDS.toNanos(10);

    private static final long OPEN_AFTER_FACES = TimeUnit.SECONDS.toNanos(2);

    private final long ignoredAfter;
    private @Nullable Scene scene;
    private long openUntil;

    public CellMotionGate() {
        this(IGNORED_AFTER);
    }

    /** @param ignoredAfter how long a cell must change without a pause until it opens nothing */
    public CellMotionGate(Duration ignoredAfter) {
        this.ignoredAfter = ignoredAfter.toNanos();
    }

    @Override
    public boolean passes(LumaGrid grid, long nanos) {
        if (scene == null || !scene.fits(grid)) {
            scene = new Scene(grid, nanos, ignoredAfter);
            openUntil = nanos + OPEN_AFTER_MOTION;
            return true;
        }
        switch (scene.look(grid, nanos)) {
            case NONE -> {}
            case AREA -> openFor(OPEN_AFTER_MOTION, nanos);
            case WHOLE -> openFor(OPEN_AFTER_WHOLE, nanos);
        }
        return openUntil - nanos >= 0;
    }

    @Override
    public void facesInView(List<BoundingBox> faces, long nanos) {
        if (scene == null || faces.isEmpty()) {
            return;
        }
        openFor(OPEN_AFTER_FACES, nanos);
        scene.countAgain(faces, nanos);
    }

    @Override
    public int ignoredCells() {
        return scene == null ? 0 : scene.ignoredCells();
    }

    private void openFor(long time, long nanos) {
        openUntil = Math.max(openUntil - nanos, time) + nanos;
    }
}
