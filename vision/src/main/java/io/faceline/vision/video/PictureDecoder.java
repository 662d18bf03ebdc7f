package io.faceline.vision.video;

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
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_buffer_size;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOMEM;

import io.faceline.contracts.frame.FailureCode;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Decodes packets to frames. Skips and counts packets that cannot be decoded. Not thread-safe. */
final class PictureDecoder implements AutoCloseable {
    /** References and frames on their way, of most codecs; H.264 allows sixteen of small frames only. */
    private static final long FRAMES_KEPT = 10;

    private static final long UNKNOWN_BYTES_PER_PIXEL = 3;

    private final AVCodecContext codec;
    private long damaged;

    private PictureDecoder(AVCodecContext codec) {
        this.codec = codec;
    }

    static PictureDecoder open(AVStream stream, VideoLimits limits) throws VideoException {
        // Checked here, because FFmpeg would only report a decoding error.
        limits.checkPixels(stream.codecpar().width(), stream.codecpar().height());
        var decoder = avcodec_find_decoder(stream.codecpar().codec_id());
        if (decoder == null || decoder.isNull()) {
            throw new VideoException(
                    FailureCode.UNSUPPORTED_FORMAT, "The video codec is not supported. Save the video as H.264.");
        }
        var codec = avcodec_alloc_context3(decoder);
        var options = new AVDictionary(null);
        try {
            avcodec_parameters_to_context(codec, stream.codecpar());
            codec.pkt_timebase(stream.time_base());
            codec.max_pixels(limits.maxPaddedPixels());
            // The models use the other core; two decoding threads gain little and delay frames.
            codec.thread_count(1);
            av_dict_set(options, "codec_whitelist", Codecs.ALLOWED, 0);
            Ffmpeg.check(
                    avcodec_open2(codec, decoder, options),
                    FailureCode.UNSUPPORTED_FORMAT,
                    "The video (" + decoder.name().getString() + ") cannot be decoded. Save it as H.264");
            return new PictureDecoder(codec);
        } catch (VideoException e) {
            avcodec_free_context(codec);
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    /** Null marks the end and flushes delayed frames. */
    void send(@Nullable AVPacket packet) throws VideoException {
        var returned = requireMemory(avcodec_send_packet(codec, packet));
        if (returned < 0 && packet != null) {
            damaged++;
        }
    }

    /** False if another packet is needed, or at the end. */
    boolean receive(AVFrame picture) throws VideoException {
        var returned = requireMemory(avcodec_receive_frame(codec, picture));
        if (returned < 0 && returned != AVERROR_EAGAIN() && returned != AVERROR_EOF) {
            damaged++;
        }
        return returned >= 0;
    }

    /** Frame by frame it would only look damaged, and all memory would stay taken. */
    private static int requireMemory(int returned) throws VideoException {
        if (returned == AVERROR_ENOMEM()) {
            throw new VideoException(
                    FailureCode.TOO_COSTLY,
                    "Decoding the video takes more memory than allowed. Reduce the size of its frames.");
        }
        return returned;
    }

    /**
     * Bytes of the frames that the decoder may keep, from the stream's size and pixel format; those of full colour if the
     * format is not known yet.
     */
    static long memory(AVStream stream) {
        var size = stream.codecpar();
        var frame = av_image_get_buffer_size(size.format(), size.width(), size.height(), 1);
        var bytes = frame > 0 ? frame : UNKNOWN_BYTES_PER_PIXEL * (long) size.width() * size.height();
        return FRAMES_KEPT * bytes;
    }

    /** Must be called after seeking. */
    void flush() {
        avcodec_flush_buffers(codec);
    }

    /** Number of packets that could not be decoded. */
    long damaged() {
        return damaged;
    }

    @Override
    public void close() {
        avcodec_free_context(codec);
    }
}
