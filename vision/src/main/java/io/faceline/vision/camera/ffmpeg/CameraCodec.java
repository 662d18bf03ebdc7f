package io.faceline.vision.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BUFFER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.faceline.vision.video.Codecs;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a camera's packets. Damaged pictures are errors where the decoder can tell; it is never asked for pictures
 * that it knows to be corrupt. Not thread-safe.
 */
public final class CameraCodec implements AutoCloseable {
    /** Slightly more than 12 megapixels in any shape, and 4096 × 4096. */
    public static final long MAX_PIXELS = 17_000_000;

    /** {@code AV_FRAME_FLAG_CORRUPT} and {@code AV_FRAME_FLAG_KEY} of libavutil/frame.h. */
    private static final int CORRUPT = 1;

    private static final int KEY = 2;

    private final AVCodecContext codec;
    private final String name;
    private final AVFrame picture = av_frame_alloc();

    /** Where pictures go. */
    @FunctionalInterface
    public interface Sink<E extends Exception> {
        /** The frame is only valid during the call. */
        void picture(AVFrame picture) throws E;
    }

    private CameraCodec(AVCodecContext codec, String name) {
        this.codec = codec;
        this.name = name;
    }

    /** Empty if there is no decoder for it. */
    public static Optional<CameraCodec> open(AVCodecParameters parameters) {
        return open(avcodec_find_decoder(parameters.codec_id()), parameters);
    }

    public static CameraCodec ofJpegs() {
        return open(avcodec_find_decoder(AV_CODEC_ID_MJPEG), null)
                .orElseThrow(() -> new IllegalStateException("FFmpeg has no decoder for JPEG"));
    }

    private static Optional<CameraCodec> open(@Nullable AVCodec decoder, @Nullable AVCodecParameters parameters) {
        if (decoder == null || decoder.isNull()) {
            return Optional.empty();
        }
        var codec = avcodec_alloc_context3(decoder);
        var options = new AVDictionary(null);
        try {
            if (parameters != null) {
                avcodec_parameters_to_context(codec, parameters);
            }
            codec.max_pixels(MAX_PIXELS);
            codec.thread_count(1);
            if (decoder.id() == AV_CODEC_ID_MJPEG || decoder.id() == AV_CODEC_ID_HEVC) {
                codec.err_recognition(AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE);
            }
            av_dict_set(options, "codec_whitelist", Codecs.ALLOWED, 0);
            if (avcodec_open2(codec, decoder, options) < 0) {
                avcodec_free_context(codec);
                return Optional.empty();
            }
            return Optional.of(new CameraCodec(codec, decoder.name().getString()));
        } finally {
            av_dict_free(options);
        }
    }

    /** FFmpeg's name of the codec. */
    public String name() {
        return name;
    }

    /**
     * Decodes a packet; its presentation time goes on to the pictures, in whatever unit.
     *
     * @param packet null at the end, for the pictures that are left
     * @return whether nothing went wrong
     */
    public <E extends Exception> boolean decode(@Nullable AVPacket packet, Sink<E> sink) throws E {
        var isRight = avcodec_send_packet(codec, packet) >= 0;
        while (true) {
            var returned = avcodec_receive_frame(codec, picture);
            if (returned == AVERROR_EAGAIN() || returned == AVERROR_EOF) {
                return isRight;
            }
            if (returned < 0) {
                return false;
            }
            sink.picture(picture);
        }
    }

    /** Leaves out pictures on which no other is built. */
    public void skipNonReference(boolean isSkipped) {
        codec.skip_frame(isSkipped ? AVDISCARD_NONREF : AVDISCARD_DEFAULT);
    }

    /** Must be called after the end. */
    public void flush() {
        avcodec_flush_buffers(codec);
    }

    public static boolean isKeyFrame(AVFrame picture) {
        return (picture.flags() & KEY) != 0;
    }

    /** Whether the decoder says that a picture is damaged. */
    public static boolean isFlagged(AVFrame picture) {
        return picture.decode_error_flags() != 0 || (picture.flags() & CORRUPT) != 0;
    }

    @Override
    public void close() {
        av_frame_free(picture);
        avcodec_free_context(codec);
    }
}
