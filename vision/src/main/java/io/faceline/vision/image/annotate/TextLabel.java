package io.faceline.vision.image.annotate;

import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/** A text rendered on a coloured background. Pixels are B, G, R, rows from the top. */
final class TextLabel {
    private final int width;
    private final int height;
    private final byte[] bgr;

    /** Takes ownership of the pixels. */
    TextLabel(int width, int height, byte[] bgr) {
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /**
     * Renders a label; empty if the text is blank or the image is too small for any letter.
     *
     * @param letterHeight in pixels; reduced if the text exceeds the width
     */
    static Optional<TextLabel> of(Label label, int letterHeight, int maxWidth, int maxHeight) {
        var text = label.text().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return TextRenderer.best()
                .render(text, label.colour(), letterHeight, maxWidth)
                .filter(rendered -> rendered.height <= maxHeight);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void drawOn(Mat canvas, Rect position) {
        var pixels = new Mat(height, width, CvType.CV_8UC3);
        var region = canvas.submat(position);
        try {
            pixels.put(0, 0, bgr);
            pixels.copyTo(region);
        } finally {
            region.release();
            pixels.release();
        }
    }
}
