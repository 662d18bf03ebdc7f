package io.faceline.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;

/** Asserts the colours of the four quarters of a picture. */
public final class PictureAssert {
    private PictureAssert() {}

    /** Expected colours from left to right and top to bottom, with a tolerance for JPEG and WebP. */
    public static void assertQuarters(Picture picture, Color... quarters) {
        for (int i = 0; i < 4; i++) {
            var x = picture.width() * (1 + 2 * (i % 2)) / 4;
            var y = picture.height() * (1 + 2 * (i / 2)) / 4;
            assertPixel(picture, x, y, quarters[i]);
        }
    }

    public static void assertPixel(Picture picture, int x, int y, Color colour) {
        var pixel = picture.bgr().get(y, x);
        var wanted = new double[] {colour.getBlue(), colour.getGreen(), colour.getRed()};
        assertThat(pixel).as("pixel at %d, %d", x, y).containsExactly(wanted, within(6.0));
    }
}
