package io.faceline.vision.video.container;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_STILL_IMAGE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_TIMED_THUMBNAILS;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.PointerPointer;

/** The video tracks of a container: dashcams write several, and some programs write a still as one of them. */
public final class VideoTracks {
    /** Cover art and thumbnails are video streams but not videos. */
    private static final int NO_VIDEO =
            AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS | AV_DISPOSITION_STILL_IMAGE;

    /** About a minute of audio and video. */
    private static final int MAX_PACKETS = 4000;

    private VideoTracks() {}

    /** The indices of the video streams without pictures that only accompany them. */
    public static List<Integer> of(AVFormatContext container) {
        return IntStream.range(0, container.nb_streams())
                .filter(i -> isVideo(container.streams(i)))
                .boxed()
                .toList();
    }

    private static boolean isVideo(AVStream stream) {
        return stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO && (stream.disposition() & NO_VIDEO) == 0;
    }

    /**
     * Those of the tracks that have more than one frame; all of them if none has.
     *
     * @param unread the same container, opened a second time; its packets are consumed
     */
    public static List<Integer> withoutStills(List<Integer> tracks, AVFormatContext unread) {
        var moving = tracksWithSeveralPackets(Set.copyOf(tracks), unread);
        return moving.isEmpty()
                ? tracks
                : tracks.stream().filter(moving::contains).toList();
    }

    private static Set<Integer> tracksWithSeveralPackets(Set<Integer> tracks, AVFormatContext unread) {
        var seen = new HashSet<Integer>();
        var several = new HashSet<Integer>();
        var packet = av_packet_alloc();
        try {
            for (var i = 0; i < MAX_PACKETS && several.size() < tracks.size(); i++) {
                if (av_read_frame(unread, packet) < 0) {
                    break;
                }
                var track = packet.stream_index();
                av_packet_unref(packet);
                if (tracks.contains(track) && !seen.add(track)) {
                    several.add(track);
                }
            }
            return several;
        } finally {
            av_packet_free(packet);
        }
    }

    /** The best of the tracks by FFmpeg's rules (av_find_best_stream): default first, then number of frames and bit rate. */
    public static int best(List<Integer> tracks, AVFormatContext container) {
        var others = of(container).stream().filter(i -> !tracks.contains(i)).toList();
        others.forEach(i -> container.streams(i).codecpar().codec_type(AVMEDIA_TYPE_UNKNOWN));
        var found = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        others.forEach(i -> container.streams(i).codecpar().codec_type(AVMEDIA_TYPE_VIDEO));
        return tracks.contains(found) ? found : tracks.get(0);
    }

    /** Skips the packets of all streams but this one. */
    public static void keepOnly(int track, AVFormatContext container) {
        IntStream.range(0, container.nb_streams())
                .filter(i -> i != track)
                .forEach(i -> container.streams(i).discard(AVDISCARD_ALL));
    }
}
