package io.faceline.vision.camera.picture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.video.VideoException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A frame in JPEG's colours that is used again while its size stays. Not thread-safe. */
final class Planes implements AutoCloseable {
    private static final String NO_MEMORY = "Not enough memory for a picture";

    private @Nullable AVFrame frame;

    /** A frame of this size, with whatever was in it before. */
    AVFrame of(int width, int height) throws VideoException {
        var current = frame;
        if (current == null || current.width() != width || current.height() != height) {
            close();
            current = av_frame_alloc();
            frame = current;
            current.width(width).height(height).format(AV_PIX_FMT_YUVJ420P).color_range(AVCOL_RANGE_JPEG);
            require(av_frame_get_buffer(current, 0));
        }
        // Fails if an earlier call could not allocate the buffers.
        require(av_frame_make_writable(current));
        return current;
    }

    private static void require(int returned) throws VideoException {
        if (returned < 0) {
            throw new VideoException(FailureCode.TOO_COSTLY, NO_MEMORY);
        }
    }

    /** The bytes of a plane, row by row without gaps. */
    static byte[] bytes(AVFrame frame, int plane) {
        var width = width(frame, plane);
        var height = height(frame, plane);
        var bytes = new byte[width * height];
        var data = frame.data(plane);
        for (var y = 0; y < height; y++) {
            data.position((long) y * frame.linesize(plane)).get(bytes, y * width, width);
        }
        return bytes;
    }

    static void put(byte[] bytes, AVFrame frame, int plane) {
        var width = width(frame, plane);
        var data = frame.data(plane);
        for (var y = 0; y < height(frame, plane); y++) {
            data.position((long) y * frame.linesize(plane)).put(bytes, y * width, width);
        }
    }

    static int width(AVFrame frame, int plane) {
        return plane == 0 ? frame.width() : (frame.width() + 1) / 2;
    }

    static int height(AVFrame frame, int plane) {
        return plane == 0 ? frame.height() : (frame.height() + 1) / 2;
    }

    @Override
    public void close() {
        if (frame != null) {
            av_frame_free(frame);
            frame = null;
        }
    }
}
