package io.faceline.vision.image.annotate;

import io.faceline.vision.image.NativeOpenCv;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Renders text with OpenCV's built-in stroke font, which supports ASCII only; other characters become question marks.
 */
final class StrokeTextRenderer implements TextRenderer {
    private static final int FACE = Imgproc.FONT_HERSHEY_SIMPLEX;

    /** The height of a capital at scale 1. */
    private static final double UNIT_PIXELS = 22;

    private static final double MIN_SCALE = 0.3;
    private static final double SHRINK = 0.85;

    @Override
    public Optional<TextLabel> render(String text, Label.Colour colour, int letterHeight, int maxWidth) {
        NativeOpenCv.load();
        var plain = plain(text);
        var scale = letterHeight / UNIT_PIXELS;
        while (scale > MIN_SCALE && width(plain, scale) > maxWidth) {
            scale *= SHRINK;
        }
        while (width(plain, scale) > maxWidth) {
            if (plain.length() < 2) {
                return Optional.empty();
            }
            plain = plain.substring(0, plain.length() - 1);
        }
        return Optional.of(draw(plain, scale, colour));
    }

    static String plain(String text) {
        return text.codePoints()
                .map(letter -> letter >= ' ' && letter <= '~' ? letter : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int width(String text, double scale) {
        return (int) size(text, scale).width + 2 * padding(scale);
    }

    private static Size size(String text, double scale) {
        return Imgproc.getTextSize(text, FACE, scale, thickness(scale), null);
    }

    private static int thickness(double scale) {
        return (int) Math.max(1, Math.round(2 * scale));
    }

    private static int padding(double scale) {
        return (int) Math.max(2, Math.round(UNIT_PIXELS * scale / 3));
    }

    private static TextLabel draw(String text, double scale, Label.Colour colour) {
        var padding = padding(scale);
        var width = width(text, scale);
        var letters = (int) size(text, scale).height;
        var height = letters + 2 * padding + padding / 2;
        var image = new Mat(height, width, CvType.CV_8UC3, colour(colour.rgb()));
        try {
            var baseline = new Point(padding, padding + letters);
            Imgproc.putText(
                    image, text, baseline, FACE, scale, colour(colour.textRgb()), thickness(scale), Imgproc.LINE_AA);
            var bytes = new byte[width * height * 3];
            image.get(0, 0, bytes);
            return new TextLabel(width, height, bytes);
        } finally {
            image.release();
        }
    }

    private static Scalar colour(int rgb) {
        return new Scalar(rgb & 0xFF, rgb >> 8 & 0xFF, rgb >> 16 & 0xFF);
    }
}
