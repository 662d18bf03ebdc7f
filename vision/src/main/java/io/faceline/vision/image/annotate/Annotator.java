package io.faceline.vision.image.annotate;

import io.faceline.vision.image.Codec;
import io.faceline.vision.image.Picture;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Draws boxes and names onto a copy of an image. Line width and text size scale with the image. A name has a background
 * of its box's colour, so that it is readable anywhere, and is placed within the image without covering other names
 * where possible.
 */
public final class Annotator {
    private static final int JPEG_QUALITY = 92;

    /** The longer side divided by the letter height, and by the line width. */
    private static final double LETTERS_PER_SIDE = 50;

    private static final double LINES_PER_SIDE = 400;
    private static final double MAX_TEXT_SHARE = 0.4;
    private static final int MIN_LETTER_PIXELS = 11;
    private static final int MIN_LINE_PIXELS = 1;

    private Annotator() {}

    /**
     * Draws the labels and encodes the result as a JPEG.
     *
     * @throws IllegalArgumentException when a side exceeds 65,500 pixels, the limit of JPEG
     */
    public static byte[] annotate(Picture picture, List<Label> labels) {
        var canvas = picture.bgr().clone();
        try {
            drawBoxes(canvas, labels);
            drawTexts(canvas, labels);
            return Codec.jpeg(canvas, JPEG_QUALITY);
        } finally {
            canvas.release();
        }
    }

    private static void drawBoxes(Mat canvas, List<Label> labels) {
        var line = lineWidth(canvas);
        for (var label : labels) {
            Imgproc.rectangle(canvas, rectangle(label, canvas), colour(label.colour()), line);
        }
    }

    /** Registers all boxes before placing the first name, so that names avoid covering boxes. */
    private static void drawTexts(Mat canvas, List<Label> labels) {
        var placement = new TextPlacement(canvas.cols(), canvas.rows(), lineWidth(canvas));
        labels.forEach(label -> placement.avoid(rectangle(label, canvas)));
        for (var label : labels) {
            var box = rectangle(label, canvas);
            TextLabel.of(label, letterHeight(canvas), maxTextWidth(box, canvas), canvas.rows())
                    .ifPresent(text -> text.drawOn(canvas, placement.place(box, text.width(), text.height())));
        }
    }

    /** A long name must not cover other faces. */
    private static int maxTextWidth(Rect box, Mat canvas) {
        return (int) Math.min(canvas.cols(), Math.max(box.width, MAX_TEXT_SHARE * canvas.cols()));
    }

    private static Rect rectangle(Label label, Mat canvas) {
        var box = label.box();
        var left = (int) Math.round(box.x() * canvas.cols());
        var top = (int) Math.round(box.y() * canvas.rows());
        var right = (int) Math.round((box.x() + box.w()) * canvas.cols());
        var bottom = (int) Math.round((box.y() + box.h()) * canvas.rows());
        return new Rect(left, top, right - left, bottom - top);
    }

    private static int letterHeight(Mat canvas) {
        return (int) Math.max(MIN_LETTER_PIXELS, Math.max(canvas.cols(), canvas.rows()) / LETTERS_PER_SIDE);
    }

    private static int lineWidth(Mat canvas) {
        return (int) Math.max(MIN_LINE_PIXELS, Math.round(Math.max(canvas.cols(), canvas.rows()) / LINES_PER_SIDE));
    }

    private static Scalar colour(Label.Colour colour) {
        var rgb = colour.rgb();
        return new Scalar(rgb & 0xFF, rgb >> 8 & 0xFF, rgb >> 16 & 0xFF);
    }
}
