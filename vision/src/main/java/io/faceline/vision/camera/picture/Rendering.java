package io.faceline.vision.camera.picture;

import io.faceline.contracts.Blob;
import io.faceline.vision.video.JpegEncoder;
import io.faceline.vision.video.PictureScaler;
import io.faceline.vision.video.VideoException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Makes JPEGs of decoded pictures: stretched, turned and reduced. Not thread-safe. */
public final class Rendering implements AutoCloseable {
    private static final int PLANES = 3;

    private final Optional<Double> aspect;
    private final int rotate;
    private final int maxWidth;
    private final int quantizer;
    private final PictureScaler scaler = new PictureScaler();
    private final Planes scaled = new Planes();
    private final Planes turned = new Planes();
    private @Nullable JpegEncoder encoder;
    private int encoderWidth;
    private int encoderHeight;

    /**
     * A picture as it goes on.
     *
     * @param width pixels
     * @param height pixels
     */
    public record Rendered(int width, int height, Blob jpeg) {}

    /**
     * @param aspect width by height of the scene before the turn
     * @param rotate degrees clockwise
     * @param quantizer 3 is about quality 90
     */
    public Rendering(Optional<Double> aspect, int rotate, int maxWidth, int quantizer) {
        this.aspect = aspect;
        this.rotate = rotate;
        this.maxWidth = maxWidth;
        this.quantizer = quantizer;
    }

    /** Width and height of what {@link #render} makes. */
    public Size size(AVFrame picture) {
        var shape = shape(picture);
        return new Size(shape.turnedWidth(), shape.turnedHeight());
    }

    /**
     * The size of a picture in pixels.
     *
     * @param width of a row
     * @param height in rows
     */
    public record Size(int width, int height) {}

    /** Whether a picture goes on as it is. */
    public boolean changesNothing(AVFrame picture) {
        var shape = shape(picture);
        return rotate == 0 && shape.width() == picture.width() && shape.height() == picture.height();
    }

    Shape shape(AVFrame picture) {
        var pixel = picture.sample_aspect_ratio();
        var pixelAspect = pixel.num() > 0 && pixel.den() > 0 ? pixel.num() / (double) pixel.den() : 1;
        return Shape.of(picture.width(), picture.height(), pixelAspect, aspect, rotate, maxWidth);
    }

    public Rendered render(AVFrame picture) throws VideoException {
        var shape = shape(picture);
        var target = scaled.of(shape.width(), shape.height());
        scaler.scale(picture, target);
        var upright = rotate == 0 ? target : turn(target, shape);
        return new Rendered(
                shape.turnedWidth(),
                shape.turnedHeight(),
                Blob.wrap(encoder(upright).encode(upright)));
    }

    private AVFrame turn(AVFrame from, Shape shape) throws VideoException {
        var to = turned.of(shape.turnedWidth(), shape.turnedHeight());
        for (var plane = 0; plane < PLANES; plane++) {
            var bytes = Planes.bytes(from, plane);
            var turnedBytes = new byte[bytes.length];
            Turn.turn(bytes, Planes.width(from, plane), Planes.height(from, plane), rotate, turnedBytes);
            Planes.put(turnedBytes, to, plane);
        }
        return to;
    }

    private JpegEncoder encoder(AVFrame picture) throws VideoException {
        var current = encoder;
        if (current == null || encoderWidth != picture.width() || encoderHeight != picture.height()) {
            closeEncoder();
            current = JpegEncoder.open(picture.width(), picture.height(), quantizer);
            encoder = current;
            encoderWidth = picture.width();
            encoderHeight = picture.height();
        }
        return current;
    }

    private void closeEncoder() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }

    @Override
    public void close() {
        closeEncoder();
        scaler.close();
        scaled.close();
        turned.close();
    }
}
