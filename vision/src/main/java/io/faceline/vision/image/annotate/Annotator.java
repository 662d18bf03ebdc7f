package io.faceline.vision.image.annotate;

import io.faceline.vision.image.Codec;
import io.faceline.vision.image.Picture;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Draws boxes and names onto a copy of a picture. Lines and letters grow with the picture; a name stands on a plate of its
 * box's colour, so that any background will do, within the picture and beside its neighbours where there is room.
 */
public final class Annotator {
    private static final int JPEG_QUALITY = 92;

    /** Parts of the longer side that letters are high and lines are wide. */
    private static final double LETTERS_PER_SIDE = 50;

    private static final double LINES_PER_SIDE = 400;
    private static final double MAX_TEXT_SHARE = 0.4;
    private static final int MIN_LETTER_PIXELS = 11;
    private static final int MIN_LINE_PIXELS = 1;

    private Annotator() {}

    /** The bytes of a JPEG; an IllegalArgumentException for a picture too large for one (65,500 pixels a side). */
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

    /** All boxes are known before the first name is placed, so that it covers none of them if it can. */
    private static void drawTexts(Mat canvas, List<Label> labels) {
        var placement = new TextPlacement(canvas.cols(), canvas.rows(), lineWidth(canvas));
        labels.forEach(label -> placement.keepClear(rectangle(label, canvas)));
        for (var label : labels) {
            var box = rectangle(label, canvas);
            TextLabel.of(label, letterHeight(canvas), maxTextWidth(box, canvas), canvas.rows())
                    .ifPresent(plate -> plate.drawOn(canvas, placement.place(box, plate.width(), plate.height())));
        }
    }

    /** A long name must not cross out the others' faces. */
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
