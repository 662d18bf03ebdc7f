package io.faceline.benchmarks.synthetic;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;

/**
 * Writes one MP4 by FFmpeg's libraries. Its program would want the libraries of sound cards and screens too, which a bare
 * machine lacks. Not thread-safe.
 */
final class VideoEncoder implements AutoCloseable {
    /** Rows one after the other, as Java has them. */
    private static final int WITHOUT_GAPS = 1;

    private final AVFormatContext container = new AVFormatContext(null);
    private final AVIOContext output = new AVIOContext(null);
    private final AVFrame pixels = av_frame_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final AVCodecContext encoder;
    private final SwsContext colours;
    private AVStream stream;
    private long written;

    static {
        av_log_set_level(AV_LOG_ERROR);
    }

    private VideoEncoder(VideoCodec codec, int width, int height) {
        encoder = avcodec_alloc_context3(avcodec_find_encoder_by_name(codec.encoder));
        colours = sws_getContext(
                width,
                height,
                AV_PIX_FMT_BGR24,
                width,
                height,
                AV_PIX_FMT_YUV420P,
                SWS_BICUBIC,
                null,
                null,
                (DoublePointer) null);
    }

    static VideoEncoder open(Path file, VideoCodec codec, int width, int height, int framesPerSecond)
            throws IOException {
        var video = new VideoEncoder(codec, width, height);
        try {
            video.openEncoder(codec, width, height, framesPerSecond);
            video.openFile(file);
            return video;
        } catch (IOException e) {
            video.close();
            throw e;
        }
    }

    private void openEncoder(VideoCodec codec, int width, int height, int framesPerSecond) throws IOException {
        pixels.format(AV_PIX_FMT_BGR24).width(width).height(height);
        check(av_frame_get_buffer(pixels, WITHOUT_GAPS), "no memory for a picture");
        frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        check(av_frame_get_buffer(frame, 0), "no memory for a picture");
        encoder.pix_fmt(AV_PIX_FMT_YUV420P)
                .width(width)
                .height(height)
                .time_base(av_make_q(1, framesPerSecond))
                .framerate(av_make_q(framesPerSecond, 1))
                // The same whatever the machine.
                .thread_count(1)
                .flags(encoder.flags() | AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER);
        codec.configure(encoder);
        check(avcodec_open2(encoder, null, (AVDictionary) null), "no encoder " + codec.encoder);
    }

    private void openFile(Path file) throws IOException {
        var name = "file:" + file.toAbsolutePath();
        check(avformat_alloc_output_context2(container, null, "mp4", name), "no MP4");
        container.flags(container.flags() | AVFMT_FLAG_BITEXACT);
        stream = avformat_new_stream(container, null);
        check(avcodec_parameters_from_context(stream.codecpar(), encoder), "no track");
        stream.time_base(encoder.time_base());
        check(avio_open(output, name, AVIO_FLAG_WRITE), "no file " + file);
        container.pb(output);
        check(avformat_write_header(container, (AVDictionary) null), "no header");
    }

    /** @param picture {@link BufferedImage#TYPE_3BYTE_BGR} */
    void write(BufferedImage picture) throws IOException {
        check(av_frame_make_writable(frame), "no memory for a picture");
        pixels.data(0).put(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        sws_scale(colours, pixels.data(), pixels.linesize(), 0, pixels.height(), frame.data(), frame.linesize());
        encode(frame.pts(written++));
    }

    void finish() throws IOException {
        encode(null);
        check(av_write_trailer(container), "no end");
    }

    private void encode(AVFrame next) throws IOException {
        check(avcodec_send_frame(encoder, next), "a picture is not taken");
        // It says that it wants more pictures, or at the end that there are no more, by an error.
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            // Without its duration players take the last picture for none.
            packet.duration(1).stream_index(stream.index());
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            check(av_interleaved_write_frame(container, packet), "nothing can be written");
        }
    }

    private static void check(int returned, String fault) throws IOException {
        if (returned < 0) {
            throw new IOException("The video cannot be made: " + fault + " (FFmpeg's error " + returned + ")");
        }
    }

    @Override
    public void close() {
        if (!output.isNull()) {
            avio_closep(output);
        }
        avformat_free_context(container);
        avcodec_free_context(encoder);
        sws_freeContext(colours);
        av_packet_free(packet);
        av_frame_free(frame);
        av_frame_free(pixels);
    }
}
