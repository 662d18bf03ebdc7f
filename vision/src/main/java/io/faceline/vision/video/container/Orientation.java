package io.faceline.vision.video.container;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.javacpp.IntPointer;

/** The orientation of a video, in EXIF numbers: phones record portrait videos rotated. */
public final class Orientation {
    /** Not rotated. */
    public static final int UPRIGHT = 1;

    /** The indices of the 3 × 3 display matrix that rotate and mirror: x' = a·x + c·y, y' = b·x + d·y. */
    private static final int MATRIX_LENGTH = 9;

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 3;
    private static final int D = 4;

    /** The signs of a, b, c, d for orientation 1 to 8 (TIFF 6.0, tag 274). */
    private static final int[][] BY_ORIENTATION = {
        {1, 0, 0, 1}, {-1, 0, 0, 1}, {-1, 0, 0, -1}, {1, 0, 0, -1},
        {0, 1, 1, 0}, {0, 1, -1, 0}, {0, -1, -1, 0}, {0, -1, 1, 0}
    };

    private Orientation() {}

    /** Of a stream; upright if it does not say. */
    public static int of(AVCodecParameters stream) {
        var data = av_packet_side_data_get(
                stream.coded_side_data(), stream.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (data == null || data.isNull() || data.size() < MATRIX_LENGTH * Integer.BYTES) {
            return UPRIGHT;
        }
        var matrix = new int[MATRIX_LENGTH];
        new IntPointer(data.data()).get(matrix);
        return of(matrix);
    }

    /** The orientation of a display matrix, rounded to the nearest quarter turn. */
    public static int of(int[] matrix) {
        var isUpright = Math.abs((long) matrix[A]) >= Math.abs((long) matrix[B]);
        int[] signs = isUpright
                ? new int[] {Integer.signum(matrix[A]), 0, 0, Integer.signum(matrix[D])}
                : new int[] {0, Integer.signum(matrix[B]), Integer.signum(matrix[C]), 0};
        for (var i = 0; i < BY_ORIENTATION.length; i++) {
            if (Arrays.equals(BY_ORIENTATION[i], signs)) {
                return i + 1;
            }
        }
        return UPRIGHT;
    }
}
