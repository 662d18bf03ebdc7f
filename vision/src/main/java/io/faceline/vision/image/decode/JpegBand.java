package io.faceline.vision.image.decode;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Converts some rows of a picture from luma and chroma of half the resolution to BGR. Chroma is interpolated from one
 * more row above and below, so that bands leave no seams. Not thread-safe.
 */
final class JpegBand implements AutoCloseable {
    /** Rows of chroma above and below that the interpolation needs. */
    private static final int MARGIN = 1;

    private final int width;
    private final PooledMat redChroma;
    private final PooledMat blueChroma;
    private final PooledMat merged;

    /** @param rows at most so many of the picture are converted at a time; even, unless it is the whole picture */
    JpegBand(int width, int rows) {
        this.width = width;
        var columns = width + width % 2;
        var withMargins = rows + rows % 2 + 4 * MARGIN;
        redChroma = PooledMat.plane(columns, withMargins);
        blueChroma = PooledMat.plane(columns, withMargins);
        merged = PooledMat.bgr(width, rows);
    }

    /**
     * @param planes luma, red chroma, blue chroma
     * @param from an even row
     * @param to the row after the last
     */
    void convert(List<Mat> planes, Mat bgr, int from, int to) {
        var luma = planes.get(0).rowRange(from, to);
        var red = upsampled(planes.get(1), redChroma.mat(), from, to);
        var blue = upsampled(planes.get(2), blueChroma.mat(), from, to);
        var band = merged.mat().rowRange(0, to - from);
        var target = bgr.rowRange(from, to);
        Core.merge(List.of(luma, red, blue), band);
        Imgproc.cvtColor(band, target, Imgproc.COLOR_YCrCb2BGR);
        List.of(luma, red, blue, band, target).forEach(Mat::release);
    }

    private Mat upsampled(Mat plane, Mat into, int from, int to) {
        var first = Math.max(0, from / 2 - MARGIN);
        var last = Math.min(plane.rows(), (to + 1) / 2 + MARGIN);
        var rows = plane.rowRange(first, last);
        var doubled = into.rowRange(0, 2 * (last - first));
        Imgproc.resize(rows, doubled, new Size(doubled.cols(), doubled.rows()), 0, 0, Imgproc.INTER_LINEAR);
        var wanted = doubled.submat(from - 2 * first, to - 2 * first, 0, width);
        rows.release();
        doubled.release();
        return wanted;
    }

    @Override
    public void close() {
        redChroma.close();
        blueChroma.close();
        merged.close();
    }
}
