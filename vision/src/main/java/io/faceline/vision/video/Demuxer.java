package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMTCTX_NOHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.video.container.FileUrl;
import io.faceline.vision.video.container.RecordingTime;
import io.faceline.vision.video.container.Timeline;
import io.faceline.vision.video.container.VideoTracks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the packets of a file's video stream, and of its audio where it is wanted. Opens only this file: the container format is given, the only protocol is
 * {@code file}, and external references are disabled. Not thread-safe.
 */
final class Demuxer implements AutoCloseable {
    /** Twice the luma plane of a frame with 8 bits per pixel, which is FFmpeg's largest allocation for it. */
    private static final long LATE_BYTES_PER_PIXEL = 2;

    /** FFmpeg reads this much of a file to find its streams, and some more. */
    private static final long MIN_PROBE_BYTES = 16 << 20;

    private final Path file;
    private final VideoKind kind;
    private final AVFormatContext container;
    private final AVStream stream;
    private final Timeline timeline;
    private final int otherTracks;

    private Demuxer(Path file, VideoKind kind, AVFormatContext container, int track, int otherTracks) {
        this.file = file;
        this.kind = kind;
        this.container = container;
        this.stream = container.streams(track);
        this.timeline = new Timeline(container, stream, kind.isDurationAnEnd(), !kind.hasIndex());
        this.otherTracks = otherTracks;
    }

    static Demuxer open(Path file, VideoKind kind, VideoLimits limits) throws VideoException {
        var container = openContainer(file, kind);
        try {
            skipOthers(container);
            probe(container, limits);
            var tracks = tracks(container, file, kind);
            var best = VideoTracks.best(tracks, container);
            VideoTracks.keepOnly(best, container);
            return new Demuxer(file, kind, container, best, tracks.size() - 1);
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
            av_dict_set(options, "format_whitelist", VideoKind.ALLOWED_FORMATS, 0);
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

    /** Subtitles and data need not be probed; audio tells when the file begins. */
    private static void skipOthers(AVFormatContext container) {
        for (var i = 0; i < container.nb_streams(); i++) {
            var type = container.streams(i).codecpar().codec_type();
            if (type != AVMEDIA_TYPE_VIDEO && type != AVMEDIA_TYPE_AUDIO) {
                container.streams(i).discard(AVDISCARD_ALL);
            }
        }
    }

    /** The tracks with a video; never empty. */
    private static List<Integer> tracks(AVFormatContext container, Path file, VideoKind kind) throws VideoException {
        var tracks = VideoTracks.of(container);
        if (tracks.isEmpty()) {
            throw new VideoException(FailureCode.NO_VIDEO, "The file has no video stream. Send a video.");
        }
        if (tracks.size() == 1) {
            return tracks;
        }
        var again = openContainer(file, kind);
        try {
            return VideoTracks.withoutStills(tracks, again);
        } finally {
            avformat_close_input(again);
        }
    }

    /** Decodes the first frames if the header is incomplete, with the same limits as later. */
    private static void probe(AVFormatContext container, VideoLimits limits) throws VideoException {
        var streams = container.nb_streams();
        try (var byStream = new PointerPointer<AVDictionary>(Math.max(1, streams))) {
            for (var i = 0; i < streams; i++) {
                byStream.put(i, maxPixels(limits));
            }
            var hasLateStreams = (container.ctx_flags() & AVFMTCTX_NOHEADER) != 0;
            if (hasLateStreams) {
                // Options do not reach streams that appear while probing, so only allocations can be limited.
                var forPixels = Math.max(MIN_PROBE_BYTES, LATE_BYTES_PER_PIXEL * limits.maxPixels());
                av_max_alloc(Math.min(limits.maxAllocation(), forPixels));
            }
            var found = avformat_find_stream_info(container, byStream);
            if (hasLateStreams) {
                av_max_alloc(limits.maxAllocation());
            }
            for (var i = 0; i < streams; i++) {
                // FFmpeg replaces the dictionaries with the unused options.
                @Nullable AVDictionary unused = byStream.get(AVDictionary.class, i);
                if (unused != null) {
                    av_dict_free(unused);
                }
            }
            Ffmpeg.check(
                    found, FailureCode.DAMAGED_VIDEO, "The streams of the file cannot be read. Copy or save it again");
        }
    }

    private static AVDictionary maxPixels(VideoLimits limits) {
        var options = new AVDictionary(null);
        av_dict_set(options, "max_pixels", Long.toString(Math.min(limits.maxPaddedPixels(), Integer.MAX_VALUE)), 0);
        return options;
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
        return new VideoFacts(
                size.width(),
                size.height(),
                timeline.start(),
                timeline.duration(),
                rate.den() == 0 ? 0 : seconds(rate),
                otherTracks,
                RecordingTime.of(container, stream, Instant.now()).orElse(null));
    }

    Timeline timeline() {
        return timeline;
    }

    static double seconds(AVRational rational) {
        return rational.num() / (double) rational.den();
    }

    /** Reads the audio tracks from now on, too, the first of them if there are more. */
    List<AVStream> keepSound(int maxTracks) {
        var sound = IntStream.range(0, container.nb_streams())
                .mapToObj(container::streams)
                .filter(other -> other.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO)
                .limit(maxTracks)
                .toList();
        sound.forEach(track -> track.discard(AVDISCARD_DEFAULT));
        return sound;
    }

    /** Whether positions can be found without reading. */
    boolean hasIndex() {
        return kind.hasIndex();
    }

    /** Reads the next packet of the video, which the caller unrefs. False at the end. */
    boolean read(AVPacket packet) throws VideoException {
        while (readAny(packet)) {
            if (packet.stream_index() == stream.index()) {
                return true;
            }
            av_packet_unref(packet);
        }
        return false;
    }

    /** Reads the next packet of any track that is read, which the caller unrefs. False at the end. */
    boolean readAny(AVPacket packet) throws VideoException {
        var returned = av_read_frame(container, packet);
        if (returned == AVERROR_EOF && !isTruncated()) {
            return false;
        }
        Ffmpeg.check(
                returned,
                FailureCode.DAMAGED_VIDEO,
                "The video is truncated; the frames before were read. Copy it again to get the rest");
        return true;
    }

    private boolean isTruncated() throws VideoException {
        try {
            return TruncationCheck.isTruncated(file, kind);
        } catch (IOException e) {
            throw new VideoException(FailureCode.UNREADABLE_FILE, "The file cannot be read further: " + e.getMessage());
        }
    }

    /** Seeks to the last key frame at or before the position; does nothing in a file without an index. */
    void seek(double position) {
        if (position < timeline.start() && !kind.hasIndex()) {
            av_seek_frame(container, -1, 0, AVSEEK_FLAG_BYTE);
        } else {
            // Some containers cannot seek to a position before their first frame.
            var target = timeline.timestampOf(Math.max(position, timeline.start()));
            av_seek_frame(container, stream.index(), target, AVSEEK_FLAG_BACKWARD);
        }
        timeline.reset();
    }

    @Override
    public void close() {
        avformat_close_input(container);
    }
}
