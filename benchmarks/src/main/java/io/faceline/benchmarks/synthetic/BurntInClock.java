package io.faceline.benchmarks.synthetic;

import java.awt.Color;
import java.awt.Graphics2D;

/** The time of day as cameras burn it into the picture, of seven segments a digit: it needs no font. */
final class BurntInClock {
    private static final int WIDTH = 14;
    private static final int HEIGHT = 24;
    private static final int STROKE = 3;
    private static final int STEP = 20;
    private static final int SECONDS_PER_MINUTE = 60;

    /** Of each digit: top, upper right, lower right, bottom, lower left, upper left, middle. */
    private static final String[] SEGMENTS = {
        "1111110", "0110000", "1101101", "1111001", "0110011", "1011011", "1011111", "1110000", "1111111", "1111011"
    };

    private BurntInClock() {}

    /** @param second of the film, which begins at 12:34:00 */
    static void draw(Graphics2D picture, int second, int left, int top) {
        var digits = String.format("1234%02d", second % SECONDS_PER_MINUTE);
        picture.setColor(Color.BLACK);
        picture.fillRect(left - STROKE, top - STROKE, digits.length() * STEP + STROKE, HEIGHT + 2 * STROKE);
        picture.setColor(Color.WHITE);
        for (var i = 0; i < digits.length(); i++) {
            draw(picture, SEGMENTS[digits.charAt(i) - '0'], left + i * STEP, top);
        }
    }

    private static void draw(Graphics2D picture, String lit, int x, int y) {
        var half = HEIGHT / 2;
        var right = x + WIDTH - STROKE;
        segment(picture, lit, 0, x, y, WIDTH, STROKE);
        segment(picture, lit, 1, right, y, STROKE, half);
        segment(picture, lit, 2, right, y + half, STROKE, half);
        segment(picture, lit, 3, x, y + HEIGHT - STROKE, WIDTH, STROKE);
        segment(picture, lit, 4, x, y + half, STROKE, half);
        segment(picture, lit, 5, x, y, STROKE, half);
        segment(picture, lit, 6, x, y + half - 1, WIDTH, STROKE);
    }

    private static void segment(Graphics2D picture, String lit, int number, int x, int y, int width, int height) {
        if (lit.charAt(number) == '1') {
            picture.fillRect(x, y, width, height);
        }
    }
}
