package io.faceline.vision.camera.picture;

import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.camera.motion.LumaGrid;
import io.faceline.vision.video.PictureScaler;
import io.faceline.vision.video.VideoException;
import java.util.List;
import java.util.zip.CRC32;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Looks at pictures at a glance: at the mean of each cell, without making the whole picture. Not thread-safe. */
public final class Glimpses implements AutoCloseable {
    private static final int COLUMNS = 64;
    private static final int MAX_ROWS = 256;

    /** Standard deviation of the brightness within a picture of one colour. */
    private static final double ONE_COLOUR = 2;

    /** How far colour may be from none, of 128. */
    private static final int GREY = 5;

    private static final int NO_COLOUR = 128;

    private final Rendering shapes;
    private final List<BoundingBox> ignored;
    private final PictureScaler scaler = new PictureScaler(SWS_AREA);
    private final Planes cells = new Planes();

    /**
     * @param shapes that tell how pictures are stretched and turned
     * @param ignored areas of the turned picture
     */
    public Glimpses(Rendering shapes, List<BoundingBox> ignored) {
        this.shapes = shapes;
        this.ignored = List.copyOf(ignored);
    }

    public Glimpse of(AVFrame picture) throws VideoException {
        var shape = shapes.shape(picture);
        var rows = (int) Math.max(
                1, Math.min(MAX_ROWS, Math.round(COLUMNS * (double) shape.turnedHeight() / shape.turnedWidth())));
        var isUpright = shape.rotate() % 180 == 0;
        var small = cells.of(isUpright ? COLUMNS : rows, isUpright ? rows : COLUMNS);
        scaler.scale(picture, small);
        var luma = Planes.bytes(small, 0);
        var isOneColour = deviation(luma) < ONE_COLOUR;
        return new Glimpse(
                new LumaGrid(COLUMNS, rows, Blob.wrap(upright(luma, small, shape.rotate(), rows))),
                isOneColour,
                isGrey(Planes.bytes(small, 1)) && isGrey(Planes.bytes(small, 2)));
    }

    private byte[] upright(byte[] luma, AVFrame small, int rotate, int rows) {
        var upright = luma;
        if (rotate != 0) {
            upright = new byte[luma.length];
            Turn.turn(luma, small.width(), small.height(), rotate, upright);
        }
        blacken(upright, rows);
        return upright;
    }

    private void blacken(byte[] luma, int rows) {
        for (var area : ignored) {
            for (var i = 0; i < luma.length; i++) {
                var row = i / COLUMNS;
                var x = (i % COLUMNS + 0.5) / COLUMNS;
                var y = (row + 0.5) / rows;
                if (x >= area.x() && x <= area.x() + area.w() && y >= area.y() && y <= area.y() + area.h()) {
                    luma[i] = 0;
                }
            }
        }
    }

    private static double deviation(byte[] luma) {
        double sum = 0;
        double squares = 0;
        for (var octet : luma) {
            var value = octet & 0xFF;
            sum += value;
            squares += (double) value * value;
        }
        var mean = sum / luma.length;
        return Math.sqrt(Math.max(0, squares / luma.length - mean * mean));
    }

    private static boolean isGrey(byte[] chroma) {
        for (var octet : chroma) {
            if (Math.abs((octet & 0xFF) - NO_COLOUR) > GREY) {
                return false;
            }
        }
        return true;
    }

    /** A sum of all brightness of a picture, which changes with a single pixel. */
    public static long checksum(AVFrame picture) {
        var sum = new CRC32();
        var line = picture.linesize(0);
        if (line <= 0) {
            return 0;
        }
        var plane = picture.data(0).capacity((long) line * picture.height()).asByteBuffer();
        for (var y = 0; y < picture.height(); y++) {
            plane.limit(y * line + Math.min(line, picture.width())).position(y * line);
            sum.update(plane);
        }
        return sum.getValue();
    }

    @Override
    public void close() {
        scaler.close();
        cells.close();
    }
}
