package io.faceline.vision.video.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;

import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * The audio tracks of a clip. A stream of packets tells the rate of AAC only in its packets (ISO/IEC 13818-7, 6.2), which
 * FFmpeg decodes to know it; here it is read from the header. Not thread-safe.
 */
public final class SoundTracks {
    private static final int HEADER_BYTES = 7;
    /** In each channel. */
    private static final int FRAME_SAMPLES = 1024;

    private static final int SYNC = 0xFFF;

    /** By index (ISO/IEC 14496-3, table 1.18). */
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    private final List<AVStream> tracks;

    public SoundTracks(List<AVStream> tracks) {
        this.tracks = List.copyOf(tracks);
    }

    /** Those that a container can describe. */
    List<AVStream> known() {
        return tracks.stream().filter(SoundTracks::isKnown).toList();
    }

    /** Whether no packet can tell more. */
    public boolean areAllKnown() {
        return tracks.stream().allMatch(SoundTracks::isKnown);
    }

    private static boolean isKnown(AVStream track) {
        return track.codecpar().sample_rate() > 0;
    }

    /** Learns from a packet of any track, and tells it how long it is heard if it does not say. */
    public void learn(AVPacket packet) {
        tracks.stream()
                .filter(track -> track.index() == packet.stream_index())
                .filter(track -> track.codecpar().codec_id() == AV_CODEC_ID_AAC)
                .forEach(track -> {
                    if (!isKnown(track) && packet.size() >= HEADER_BYTES) {
                        learn(track, packet);
                    }
                    if (isKnown(track) && packet.duration() == 0) {
                        packet.duration(duration(track));
                    }
                });
    }

    private static void learn(AVStream track, AVPacket packet) {
        var header = new byte[HEADER_BYTES];
        packet.data().get(header);
        var sync = Byte.toUnsignedInt(header[0]) << 4 | Byte.toUnsignedInt(header[1]) >> 4;
        var rate = header[2] >> 2 & 0xF;
        var channels = (header[2] & 1) << 2 | Byte.toUnsignedInt(header[3]) >> 6;
        if (sync == SYNC && rate < RATES.length) {
            track.codecpar().sample_rate(RATES[rate]);
            track.codecpar().frame_size(FRAME_SAMPLES);
            av_channel_layout_default(track.codecpar().ch_layout(), Math.max(1, channels));
        }
    }

    private static long duration(AVStream track) {
        var base = track.time_base();
        return (long) FRAME_SAMPLES
                * base.den()
                / ((long) base.num() * track.codecpar().sample_rate());
    }
}
