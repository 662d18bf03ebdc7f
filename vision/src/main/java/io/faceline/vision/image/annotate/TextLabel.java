package io.faceline.vision.image.annotate;

import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/** A text on a plate of colour, ready to be laid onto a picture. Pixels are B, G, R, rows from the top. */
final class TextLabel {
    private final int width;
    private final int height;
    private final byte[] bgr;

    /** Takes the pixels over. */
    TextLabel(int width, int height, byte[] bgr) {
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /**
     * Empty when the text is blank or the picture too small for any letter.
     *
     * @param letterHeight pixels; smaller when the text does not fit into the width otherwise
     */
    static Optional<TextLabel> of(Label label, int letterHeight, int maxWidth, int maxHeight) {
        var text = label.text().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return TextRenderer.best()
                .plate(text, label.colour(), letterHeight, maxWidth)
                .filter(plate -> plate.height <= maxHeight);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void drawOn(Mat canvas, Rect place) {
        var plate = new Mat(height, width, CvType.CV_8UC3);
        var region = canvas.submat(place);
        try {
            plate.put(0, 0, bgr);
            plate.copyTo(region);
        } finally {
            region.release();
            plate.release();
        }
    }
}
