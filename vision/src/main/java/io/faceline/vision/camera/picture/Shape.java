package io.faceline.vision.camera.picture;

import java.util.Optional;

/**
 * The size that pictures get: stretched to the scene's shape, turned, and reduced.
 *
 * @param width pixels before the turn
 * @param height pixels before the turn
 * @param rotate degrees clockwise: 0, 90, 180 or 270
 */
record Shape(int width, int height, int rotate) {
    private static final int MAX_SIDE = 16_384;

    /**
     * @param pixelAspect width by height of a pixel
     * @param aspect width by height of the scene before the turn, which wins over that of a pixel
     * @param maxWidth of the turned picture
     */
    static Shape of(int width, int height, double pixelAspect, Optional<Double> aspect, int rotate, int maxWidth) {
        var ratio = aspect.map(scene -> scene * height / width).orElse(pixelAspect);
        // Stretched, never squeezed: no pixel is lost.
        var wide = width * Math.max(1, ratio);
        var high = height / Math.min(1, ratio);
        var turned = rotate % 180 == 0 ? wide : high;
        var factor = Math.min(Math.min(1, maxWidth / turned), MAX_SIDE / Math.max(wide, high));
        return new Shape(pixels(wide * factor), pixels(high * factor), rotate);
    }

    private static int pixels(double length) {
        return (int) Math.max(1, Math.round(length));
    }

    int turnedWidth() {
        return rotate % 180 == 0 ? width : height;
    }

    int turnedHeight() {
        return rotate % 180 == 0 ? height : width;
    }
}
