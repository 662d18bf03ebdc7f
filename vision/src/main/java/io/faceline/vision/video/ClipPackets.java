package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.faceline.vision.video.clip.SoundTracks;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/** Reads the packets of a video and of its sound from a key frame on, one at a time. Not thread-safe. */
final class ClipPackets implements AutoCloseable {
    /** Seconds to seek before the wanted key frame; see {@link VideoFile}. */
    private static final double[] SEEK_LEADS = {0, 5, 30, Double.POSITIVE_INFINITY};

    private static final int MAX_SOUND_TRACKS = 8;

    private final Demuxer demuxer;
    private final Runnable heartbeat;
    private final SoundTracks sound;
    private final AVPacket packet = av_packet_alloc();
    private double position;
    private @Nullable VideoException truncation;

    private ClipPackets(Demuxer demuxer, Runnable heartbeat) {
        this.demuxer = demuxer;
        this.heartbeat = heartbeat;
        this.sound = new SoundTracks(demuxer.keepSound(MAX_SOUND_TRACKS));
    }

    /** @param heartbeat called for every packet */
    static ClipPackets open(Request source, Runnable heartbeat) throws VideoException {
        Ffmpeg.load();
        return new ClipPackets(Demuxer.open(source.file(), source.kind(), source.limits()), heartbeat);
    }

    AVStream video() {
        return demuxer.stream();
    }

    SoundTracks sound() {
        return sound;
    }

    /**
     * Reads up to a key frame that is not after this position, or else up to the first one. It need not be the last one
     * before the position.
     *
     * @return false if there is none
     */
    boolean readKeyFrame(double before) throws VideoException {
        if (!demuxer.hasIndex()) {
            // Its clock may jump, which shows only from its beginning on.
            return readKeyFrame();
        }
        for (var lead : SEEK_LEADS) {
            demuxer.seek(before - lead);
            truncation = null;
            if (readKeyFrame() && (position <= before || Double.isInfinite(lead))) {
                return true;
            }
        }
        return false;
    }

    private boolean readKeyFrame() throws VideoException {
        while (read()) {
            if (isKeyFrame()) {
                return true;
            }
        }
        return false;
    }

    /** Reads the next packet; false at the end, or where the video is truncated. */
    boolean read() throws VideoException {
        av_packet_unref(packet);
        heartbeat.run();
        try {
            if (!demuxer.readAny(packet)) {
                return false;
            }
        } catch (VideoException e) {
            truncation = e;
            return false;
        }
        sound.learn(packet);
        position = positionOf(packet);
        return true;
    }

    /** The packet that was read last. */
    AVPacket packet() {
        return packet;
    }

    boolean isVideo() {
        return packet.stream_index() == demuxer.stream().index();
    }

    boolean isKeyFrame() {
        return isVideo() && (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    /** When the packet is shown or heard, in seconds of the video. */
    double position() {
        return position;
    }

    /** When the packet is decoded, in seconds of the video; that of none after it is earlier. */
    double decodingPosition() {
        return packet.dts() == AV_NOPTS_VALUE ? position : onClock(packet.dts());
    }

    /** Seconds of the file's clock at position zero, by the packet that was read last. */
    double origin() {
        return demuxer.timeline().origin();
    }

    /** Why the packets ended before the end that the file declares. */
    Optional<VideoException> truncation() {
        return Optional.ofNullable(truncation);
    }

    private double positionOf(AVPacket read) {
        var time = read.pts() == AV_NOPTS_VALUE ? read.dts() : read.pts();
        if (time == AV_NOPTS_VALUE) {
            return position;
        }
        // Only the video tells of jumps of the clock.
        return isVideo() ? demuxer.timeline().position(time) : onClock(time);
    }

    private double onClock(long timestamp) {
        var base = demuxer.container().streams(packet.stream_index()).time_base();
        return timestamp * Demuxer.seconds(base) - origin();
    }

    @Override
    public void close() {
        av_packet_free(packet);
        demuxer.close();
    }
}
