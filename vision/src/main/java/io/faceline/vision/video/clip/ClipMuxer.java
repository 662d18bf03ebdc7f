package io.faceline.vision.video.clip;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/**
 * Writes packets of a video into a container as they are, without decoding. The same packets give the same bytes. Not
 * thread-safe.
 */
public final class ClipMuxer implements AutoCloseable {
    private final ClipFormat format;
    private final AVFormatContext container = new AVFormatContext(null);
    private final ClipOutput output;
    private final Map<Integer, ClipTrack> tracks = new HashMap<>();

    private ClipMuxer(ClipFormat format, ClipSink sink) throws MuxingException {
        this.format = format;
        MuxingException.check(
                avformat_alloc_output_context2(container, format.muxer(), (String) null, null),
                "avformat_alloc_output_context2");
        this.output = new ClipOutput(sink);
        container.pb(output.context());
        container.flags(container.flags() | AVFMT_FLAG_BITEXACT);
    }

    /**
     * Begins a clip in the first container that takes the tracks.
     *
     * @param sound audio tracks, left out where no container takes them
     * @param texts title and comment, by FFmpeg's names of them
     */
    public static ClipMuxer open(AVStream video, SoundTracks sound, Map<String, String> texts, ClipSink sink)
            throws MuxingException, IOException {
        var tracks = sound.known();
        for (var format : ClipFormat.of(video, tracks)) {
            try {
                return open(format, video, tracks, texts, sink);
            } catch (MuxingException e) {
                // Its codec is allowed there, but not as it is in this file: the next one is less strict.
            }
        }
        return open(ClipFormat.MATROSKA, video, List.of(), texts, sink);
    }

    private static ClipMuxer open(
            ClipFormat format, AVStream video, List<AVStream> sound, Map<String, String> texts, ClipSink sink)
            throws MuxingException, IOException {
        var muxer = new ClipMuxer(format, sink);
        try {
            muxer.add(video);
            for (var track : sound) {
                if (format.takesSound(track.codecpar())) {
                    muxer.add(track);
                }
            }
            muxer.begin(texts);
            return muxer;
        } catch (MuxingException | IOException e) {
            muxer.close();
            throw e;
        }
    }

    private void add(AVStream source) throws MuxingException {
        var track = ClipTrack.add(source, container);
        tracks.put(track.sourceIndex(), track);
    }

    private void begin(Map<String, String> texts) throws MuxingException, IOException {
        var metadata = new AVDictionary(null);
        texts.forEach((name, text) -> av_dict_set(metadata, new BytePointer(name), utf8(text), 0));
        container.metadata(metadata);
        var returned = avformat_write_header(container, (AVDictionary) null);
        output.check();
        MuxingException.check(returned, "avformat_write_header");
    }

    private static BytePointer utf8(String text) {
        return new BytePointer(text, StandardCharsets.UTF_8);
    }

    public ClipFormat format() {
        return format;
    }

    /** Number of audio tracks. */
    public int soundTracks() {
        return tracks.size() - 1;
    }

    /**
     * Writes a packet of the video and unrefs it; ignores one of a track that the clip lacks.
     *
     * @param begin timestamp at which the clip begins, in seconds of the file's clock
     */
    public void write(AVPacket packet, double begin) throws MuxingException, IOException {
        var track = tracks.get(packet.stream_index());
        if (track != null) {
            track.prepare(packet, begin);
            var returned = av_interleaved_write_frame(container, packet);
            output.check();
            MuxingException.check(returned, "av_interleaved_write_frame");
        }
    }

    /** Writes what is left, and the index. */
    public void finish() throws MuxingException, IOException {
        var returned = av_write_trailer(container);
        output.check();
        MuxingException.check(returned, "av_write_trailer");
    }

    @Override
    public void close() {
        avformat_free_context(container);
        output.close();
    }
}
