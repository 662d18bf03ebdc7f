package io.faceline.vision.camera.motion;

import io.faceline.contracts.face.BoundingBox;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** Finds cells that change for long without a pause, and have no face near them. Confined to one thread. */
final class BusyCells {
    /** The second last digit of a clock changes every ten seconds. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(15);
    /** Widths of a face to its left and right, heights above and below: as far as a person moves with it. */
    private static final double BESIDE = 1.5;

    private static final double ABOVE = 1;
    private static final double BELOW = 3;

    private final int columns;
    private final int rows;
    private final long ignoredAfter;
    private final long[] busySince;
    private final long[] lastChange;
    private final boolean[] ignored;

    /** @param ignoredAfter nanoseconds */
    BusyCells(int columns, int rows, long ignoredAfter, long nanos) {
        this.columns = columns;
        this.rows = rows;
        this.ignoredAfter = ignoredAfter;
        busySince = new long[columns * rows];
        lastChange = new long[columns * rows];
        ignored = new boolean[columns * rows];
        Arrays.fill(busySince, nanos);
        Arrays.fill(lastChange, nanos);
    }

    void look(IntPredicate isMoving, long nanos) {
        for (var cell = 0; cell < ignored.length; cell++) {
            var quiet = nanos - lastChange[cell];
            if (quiet > (ignored[cell] ? ignoredAfter : PAUSE)) {
                ignored[cell] = false;
                busySince[cell] = nanos;
            }
            if (isMoving.test(cell)) {
                lastChange[cell] = nanos;
                ignored[cell] |= nanos - busySince[cell] >= ignoredAfter;
            }
        }
    }

    /** Lets the cells near a face open the gate again. */
    void countAgain(BoundingBox face, long nanos) {
        var left = index(face.x() - BESIDE * face.w(), columns);
        var right = index(face.x() + (1 + BESIDE) * face.w(), columns);
        var top = index(face.y() - ABOVE * face.h(), rows);
        var bottom = index(face.y() + (1 + BELOW) * face.h(), rows);
        for (var row = top; row <= bottom; row++) {
            var start = row * columns;
            Arrays.fill(ignored, start + left, start + right + 1, false);
            Arrays.fill(busySince, start + left, start + right + 1, nanos);
        }
    }

    boolean isIgnored(int cell) {
        return ignored[cell];
    }

    int ignored() {
        var count = 0;
        for (var it : ignored) {
            count += it ? 1 : 0;
        }
        return count;
    }

    private static int index(double fraction, int cells) {
        return Math.max(0, Math.min(cells - 1, (int) (fraction * cells)));
    }
}
