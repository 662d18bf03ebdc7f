package io.faceline.vision.camera.motion;

import io.faceline.contracts.face.BoundingBox;
import java.util.List;

/** What is known of the pictures of one size. Confined to one thread. */
final class Scene {
    private static final double NANOS_PER_SECOND = 1e9;

    private final int columns;
    private final int rows;
    private final int[] luma;
    private final Background background;
    private final BusyCells busy;
    private final ChangedAreas areas;
    private long lookedAt;

    /** @param ignoredAfter nanoseconds for which a cell must change without a pause until it opens nothing */
    Scene(LumaGrid first, long nanos, long ignoredAfter) {
        columns = first.columns();
        rows = first.rows();
        luma = new int[columns * rows];
        read(first);
        background = new Background(luma);
        busy = new BusyCells(columns, rows, ignoredAfter, nanos);
        areas = new ChangedAreas(columns, rows);
        lookedAt = nanos;
    }

    boolean fits(LumaGrid grid) {
        return grid.columns() == columns && grid.rows() == rows;
    }

    Movement look(LumaGrid grid, long nanos) {
        read(grid);
        var isWhole = background.look(luma, (nanos - lookedAt) / NANOS_PER_SECOND);
        lookedAt = nanos;
        if (isWhole) {
            return Movement.WHOLE;
        }
        busy.look(background::isMoving, nanos);
        var isMoving =
                areas.anyMoves(cell -> background.isChanged(cell) && !busy.isIgnored(cell), background::isMoving);
        return isMoving ? Movement.AREA : Movement.NONE;
    }

    void countAgain(List<BoundingBox> faces, long nanos) {
        faces.forEach(face -> busy.countAgain(face, nanos));
    }

    int ignoredCells() {
        return busy.ignored();
    }

    private void read(LumaGrid grid) {
        var bytes = grid.luma().asReadOnlyBuffer();
        for (var cell = 0; cell < luma.length; cell++) {
            luma[cell] = bytes.get(cell) & 0xFF;
        }
    }
}
