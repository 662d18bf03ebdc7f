package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import io.faceline.contracts.frame.FailureCode;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Encodes FFmpeg's decoded frames as JPEG with square pixels and full colour range, whatever the video's format. The
 * frame size may change within a video. Not thread-safe.
 */
final class JpegFrames implements AutoCloseable {
    /** From about JPEG quality 90 down to the lowest. */
    private static final int[] QUANTIZERS = {3, 8, 20, 31};

    private static final String NO_MEMORY = "Not enough memory for a frame. Reduce the size of the video";

    private final AVFormatContext container;
    private final AVStream stream;
    private final VideoLimits limits;
    private final @Nullable JpegEncoder[] encoders = new JpegEncoder[QUANTIZERS.length];
    private final PictureScaler scaler = new PictureScaler();
    private @Nullable AVFrame converted;

    JpegFrames(AVFormatContext container, AVStream stream, VideoLimits limits) {
        this.container = container;
        this.stream = stream;
        this.limits = limits;
    }

    byte[] encode(AVFrame picture) throws VideoException {
        var target = target(picture);
        scaler.scale(picture, target);
        for (var i = 0; i < QUANTIZERS.length; i++) {
            var jpeg = encoder(i, target).encode(target);
            if (jpeg.length <= limits.maxJpegBytes()) {
                return jpeg;
            }
        }
        throw new VideoException(
                FailureCode.TOO_MANY_BYTES,
                "A frame is too large even at the lowest JPEG quality. Reduce the size of the video.");
    }

    /** A frame with buffers at the display size. */
    private AVFrame target(AVFrame picture) throws VideoException {
        var width = displayWidth(picture);
        var height = picture.height();
        limits.checkPixels(width, height);
        var target = converted;
        if (target == null || target.width() != width || target.height() != height) {
            release();
            target = av_frame_alloc();
            converted = target;
            target.width(width).height(height).format(AV_PIX_FMT_YUVJ420P).color_range(AVCOL_RANGE_JPEG);
            Ffmpeg.check(av_frame_get_buffer(target, 0), FailureCode.TOO_COSTLY, NO_MEMORY);
        }
        // Fails if an earlier call could not allocate the buffers.
        Ffmpeg.check(av_frame_make_writable(target), FailureCode.TOO_COSTLY, NO_MEMORY);
        return target;
    }

    private int displayWidth(AVFrame picture) {
        var aspect = av_guess_sample_aspect_ratio(container, stream, picture);
        var ratio = aspect.num() > 0 && aspect.den() > 0 ? Demuxer.seconds(aspect) : 1;
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, Math.round(picture.width() * ratio)));
    }

    private JpegEncoder encoder(int i, AVFrame target) throws VideoException {
        var encoder = encoders[i];
        if (encoder == null) {
            encoder = JpegEncoder.open(target.width(), target.height(), QUANTIZERS[i]);
            encoders[i] = encoder;
        }
        return encoder;
    }

    private void release() {
        for (var i = 0; i < encoders.length; i++) {
            var encoder = encoders[i];
            if (encoder != null) {
                encoder.close();
                encoders[i] = null;
            }
        }
        if (converted != null) {
            av_frame_free(converted);
            converted = null;
        }
    }

    @Override
    public void close() {
        release();
        scaler.close();
    }
}
