package io.faceline.benchmarks.cameras;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes every picture of a film of our own, with one thread, as the process of a camera does. Not thread-safe. */
final class FilmDecoder implements AutoCloseable {
    private final AVFormatContext container = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    private final AVCodecContext decoder;

    FilmDecoder(Path film) throws IOException {
        check(avformat_open_input(container, "file:" + film.toAbsolutePath(), null, (AVDictionary) null));
        check(avformat_find_stream_info(container, (AVDictionary) null));
        var track = container.streams(0).codecpar();
        var codec = avcodec_find_decoder(track.codec_id());
        decoder = avcodec_alloc_context3(codec);
        check(avcodec_parameters_to_context(decoder, track));
        decoder.thread_count(1);
        check(avcodec_open2(decoder, codec, (AVDictionary) null));
    }

    /** Decodes the next picture; false at the end. */
    boolean next() {
        while (avcodec_receive_frame(decoder, picture) < 0) {
            var isRead = av_read_frame(container, packet) >= 0;
            var isTaken = avcodec_send_packet(decoder, isRead ? packet : null) >= 0;
            av_packet_unref(packet);
            if (!isRead && !isTaken) {
                return false;
            }
        }
        return true;
    }

    /** The picture that was decoded last; overwritten by the next one. */
    AVFrame picture() {
        return picture;
    }

    private static void check(int returned) throws IOException {
        if (returned < 0) {
            throw new IOException("the film cannot be read: FFmpeg's error " + returned);
        }
    }

    @Override
    public void close() {
        av_frame_free(picture);
        av_packet_free(packet);
        avcodec_free_context(decoder);
        avformat_close_input(container);
    }
}
