package io.faceline.vision.camera.motion;

import io.faceline.contracts.Blob;
import java.util.Random;

/** A grid of 64 × 36 cells to paint on: cells of 10 pixels of a picture of 640 × 360. */
final class PaintedPicture {
    static final int COLUMNS = 64;
    static final int ROWS = 36;
    private static final int MAX_LUMA = 255;

    private final int[] luma = new int[COLUMNS * ROWS];

    /** A room of this mean brightness, with edges and flat walls. */
    static PaintedPicture room(int brightness) {
        var picture = new PaintedPicture();
        for (var cell = 0; cell < picture.luma.length; cell++) {
            var edge = cell % 7 == 0 ? brightness / 4 : 0;
            picture.luma[cell] = brightness + edge - brightness * (cell / COLUMNS) / (2 * ROWS);
        }
        return picture;
    }

    PaintedPicture rectangle(int left, int top, int width, int height, int brightness) {
        for (var row = Math.max(0, top); row < Math.min(ROWS, top + height); row++) {
            for (var column = Math.max(0, left); column < Math.min(COLUMNS, left + width); column++) {
                luma[row * COLUMNS + column] = brightness;
            }
        }
        return this;
    }

    /** The digits of a clock, of which the last changes each second, the one before every ten. */
    PaintedPicture clock(long second) {
        for (var digit = 0; digit < 2; digit++) {
            var value = (int) (digit == 0 ? second % 10 : second / 10 % 10);
            for (var cell = 0; cell < 6; cell++) {
                rectangle(62 - 3 * digit - cell % 2, 1 + cell / 2, 1, 1, 40 + value * 37 * (cell + 3) % 200);
            }
        }
        return this;
    }

    /** @param deviation of the brightness of each cell */
    PaintedPicture noise(Random random, double deviation) {
        for (var cell = 0; cell < luma.length; cell++) {
            luma[cell] += (int) Math.round(random.nextGaussian() * deviation);
        }
        return this;
    }

    PaintedPicture brighter(int by) {
        for (var cell = 0; cell < luma.length; cell++) {
            luma[cell] += by;
        }
        return this;
    }

    LumaGrid grid() {
        var bytes = new byte[luma.length];
        for (var cell = 0; cell < luma.length; cell++) {
            bytes[cell] = (byte) Math.max(0, Math.min(MAX_LUMA, luma[cell]));
        }
        return new LumaGrid(COLUMNS, ROWS, Blob.wrap(bytes));
    }
}
