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
 * Pictures as FFmpeg decodes them to JPEG: square pixels, full range of brightness, whatever the video's own format is. A
 * video may change its size on the way. One thread uses it.
 */
final class JpegFrames implements AutoCloseable {
    /** From about quality 90 in the terms of others, down to what is still a picture. */
    private static final int[] COARSENESS = {3, 8, 20, 31};

    private static final String NO_MEMORY = "There is no memory for a frame; make the video smaller";

    private final AVFormatContext container;
    private final AVStream stream;
    private final VideoLimits limits;
    private final @Nullable JpegEncoder[] encoders = new JpegEncoder[COARSENESS.length];
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
        for (var i = 0; i < COARSENESS.length; i++) {
            var jpeg = encoder(i, target).encode(target);
            if (jpeg.length <= limits.maxJpegBytes()) {
                return jpeg;
            }
        }
        throw new VideoException(
                FailureCode.TOO_MANY_BYTES, "A frame is too large even as a coarse JPEG: make the video smaller.");
    }

    /** A frame of the size the picture is shown in, with its buffers. */
    private AVFrame target(AVFrame picture) throws VideoException {
        var width = shownWidth(picture);
        var height = picture.height();
        limits.checkPixels(width, height);
        var target = converted;
        if (target == null || target.width() != width || target.height() != height) {
            release();
            target = av_frame_alloc();
            converted = target;
            target.width(width).height(height).format(AV_PIX_FMT_YUVJ420P).color_range(AVCOL_RANGE_JPEG);
            Ffmpeg.check(av_frame_get_buffer(target, 0), FailureCode.TOO_MANY_PIXELS, NO_MEMORY);
        }
        // It fails where an earlier call found no memory for the buffers.
        Ffmpeg.check(av_frame_make_writable(target), FailureCode.TOO_MANY_PIXELS, NO_MEMORY);
        return target;
    }

    private int shownWidth(AVFrame picture) {
        var aspect = av_guess_sample_aspect_ratio(container, stream, picture);
        var ratio = aspect.num() > 0 && aspect.den() > 0 ? Demuxer.seconds(aspect) : 1;
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, Math.round(picture.width() * ratio)));
    }

    private JpegEncoder encoder(int i, AVFrame target) throws VideoException {
        var encoder = encoders[i];
        if (encoder == null) {
            encoder = JpegEncoder.open(target.width(), target.height(), COARSENESS[i]);
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
