package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.faceline.contracts.frame.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the packets of a file's video stream. Opens only this file: the container format is given, the only protocol is
 * {@code file}, and external references are disabled. Not thread-safe.
 */
final class Demuxer implements AutoCloseable {
    private final Path file;
    private final VideoKind kind;
    private final AVFormatContext container;
    private final AVStream stream;

    private Demuxer(Path file, VideoKind kind, AVFormatContext container, AVStream stream) {
        this.file = file;
        this.kind = kind;
        this.container = container;
        this.stream = stream;
    }

    static Demuxer open(Path file, VideoKind kind, VideoLimits limits) throws VideoException {
        var container = openContainer(file, kind);
        try {
            var stream = videoStream(container);
            probe(container, stream, limits);
            return new Demuxer(file, kind, container, stream);
        } catch (VideoException e) {
            avformat_close_input(container);
            throw e;
        }
    }

    private static AVFormatContext openContainer(Path file, VideoKind kind) throws VideoException {
        var container = new AVFormatContext(null);
        var options = new AVDictionary(null);
        try (var url = FileUrl.of(file)) {
            av_dict_set(options, "protocol_whitelist", "file", 0);
            av_dict_set(options, "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi", 0);
            av_dict_set(options, "codec_whitelist", Codecs.ALLOWED, 0);
            av_dict_set(options, "enable_drefs", "0", 0);
            var opened = avformat_open_input(container, url, format(kind), options);
            Ffmpeg.check(
                    opened, FailureCode.DAMAGED_VIDEO, "The " + kind + " file cannot be opened. Copy or save it again");
            return container;
        } finally {
            av_dict_free(options);
        }
    }

    private static AVInputFormat format(VideoKind kind) {
        return av_find_input_format(kind.format());
    }

    private static AVStream videoStream(AVFormatContext container) throws VideoException {
        @Nullable AVStream found = null;
        for (var i = 0; i < container.nb_streams(); i++) {
            var stream = container.streams(i);
            if (found == null && isVideo(stream)) {
                found = stream;
            } else {
                stream.discard(AVDISCARD_ALL);
            }
        }
        if (found == null) {
            throw new VideoException(FailureCode.NO_VIDEO, "The file has no video stream. Send a video.");
        }
        return found;
    }

    /** Decodes the first frames if the header is incomplete, with the same limits as later. */
    private static void probe(AVFormatContext container, AVStream stream, VideoLimits limits) throws VideoException {
        var streams = container.nb_streams();
        @Nullable AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "max_pixels", Long.toString(Math.min(limits.maxPixels(), Integer.MAX_VALUE)), 0);
        try (var byStream = new PointerPointer<AVDictionary>(streams)) {
            for (var i = 0; i < streams; i++) {
                byStream.put(i, i == stream.index() ? options : null);
            }
            var found = avformat_find_stream_info(container, byStream);
            // FFmpeg replaces the dictionary with the unused options.
            options = byStream.get(AVDictionary.class, stream.index());
            Ffmpeg.check(
                    found, FailureCode.DAMAGED_VIDEO, "The streams of the file cannot be read. Copy or save it again");
        } finally {
            if (options != null) {
                av_dict_free(options);
            }
        }
    }

    /** Cover art is a video stream but not a video. */
    private static boolean isVideo(AVStream stream) {
        return stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
                && (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0;
    }

    AVStream stream() {
        return stream;
    }

    AVFormatContext container() {
        return container;
    }

    VideoFacts facts() {
        var size = stream.codecpar();
        var rate = stream.avg_frame_rate();
        var start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time() * seconds(stream.time_base());
        var duration = Math.max(0, container.duration() / (double) AV_TIME_BASE);
        return new VideoFacts(size.width(), size.height(), start, duration, rate.den() == 0 ? 0 : seconds(rate));
    }

    static double seconds(AVRational rational) {
        return rational.num() / (double) rational.den();
    }

    /** Reads the next packet, which the caller unrefs. False at the end. */
    boolean read(AVPacket packet) throws VideoException {
        while (true) {
            var returned = av_read_frame(container, packet);
            if (returned == AVERROR_EOF && !isTruncated()) {
                return false;
            }
            Ffmpeg.check(
                    returned,
                    FailureCode.DAMAGED_VIDEO,
                    "The video is truncated; the frames before were read. Copy it again to get the rest");
            if (packet.stream_index() == stream.index()) {
                return true;
            }
            av_packet_unref(packet);
        }
    }

    private boolean isTruncated() throws VideoException {
        try {
            return TruncationCheck.isTruncated(file, kind);
        } catch (IOException e) {
            throw new VideoException(FailureCode.UNREADABLE_FILE, "The file cannot be read further: " + e.getMessage());
        }
    }

    /** Seeks to the last key frame at or before the position; does nothing in a file without an index. */
    void seek(double seconds) {
        // Some containers cannot seek to a position before their first frame.
        var target = (long) Math.floor(Math.max(seconds, facts().start()) / seconds(stream.time_base()));
        av_seek_frame(container, stream.index(), target, AVSEEK_FLAG_BACKWARD);
    }

    @Override
    public void close() {
        avformat_close_input(container);
    }
}
