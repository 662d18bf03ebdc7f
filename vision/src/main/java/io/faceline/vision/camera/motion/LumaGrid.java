package io.faceline.vision.camera.motion;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Checks;

/**
 * The brightness of a picture in coarse cells, as people see it: stretched and turned already.
 *
 * @param columns of cells, about 64
 * @param rows of cells, so that cells are about square
 * @param luma the mean of each cell, 0 to 255 unsigned, row by row from the top left
 */
public record LumaGrid(int columns, int rows, Blob luma) {
    public LumaGrid {
        Checks.require(columns > 0 && rows > 0, "a grid has cells, was " + columns + " × " + rows);
        Checks.require(
                luma.size() == columns * rows,
                "a grid of " + columns + " × " + rows + " cells has as many bytes, was " + luma.size());
    }

    /** The mean of a cell, 0 to 255. */
    public int at(int column, int row) {
        return luma.asReadOnlyBuffer().get(row * columns + column) & 0xFF;
    }
}
