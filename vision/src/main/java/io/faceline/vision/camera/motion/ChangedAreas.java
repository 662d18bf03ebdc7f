package io.faceline.vision.camera.motion;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds connected cells, diagonal ones too, that changed together. Confined to one thread. */
final class ChangedAreas {
    /** A face of 24 pixels in a picture of 640 covers about as many. */
    private static final int MIN_CELLS = 4;
    /** One alone may be noise. */
    private static final int MIN_MOVING = 2;

    private final int columns;
    private final int rows;
    private final boolean[] seen;
    private final int[] stack;
    private int height;

    ChangedAreas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        seen = new boolean[columns * rows];
        stack = new int[columns * rows];
    }

    /** Whether any area is as large as a small face, and moves. */
    boolean anyMoves(IntPredicate isChanged, IntPredicate isMoving) {
        Arrays.fill(seen, false);
        for (var cell = 0; cell < seen.length; cell++) {
            if (!seen[cell] && isChanged.test(cell) && moves(cell, isChanged, isMoving)) {
                return true;
            }
        }
        return false;
    }

    private boolean moves(int first, IntPredicate isChanged, IntPredicate isMoving) {
        var cells = 0;
        var moving = 0;
        push(first);
        while (height > 0) {
            var cell = stack[--height];
            cells++;
            moving += isMoving.test(cell) ? 1 : 0;
            pushBeside(cell, isChanged);
        }
        return cells >= MIN_CELLS && moving >= MIN_MOVING;
    }

    private void pushBeside(int cell, IntPredicate isChanged) {
        var column = cell % columns;
        var row = cell / columns;
        for (var y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (var x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                var beside = y * columns + x;
                if (!seen[beside] && isChanged.test(beside)) {
                    push(beside);
                }
            }
        }
    }

    private void push(int cell) {
        seen[cell] = true;
        stack[height++] = cell;
    }
}
