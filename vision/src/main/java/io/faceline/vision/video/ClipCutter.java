package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.video.clip.ClipFacts;
import io.faceline.vision.video.clip.ClipMuxer;
import io.faceline.vision.video.clip.ClipRequest;
import io.faceline.vision.video.clip.ClipSink;
import io.faceline.vision.video.clip.HeldPackets;
import io.faceline.vision.video.clip.MuxingException;
import io.faceline.vision.video.clip.SoundTracks;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a clip out of a video in this process, packet by packet, without decoding. It begins with the last key frame at or
 * before the asked moment, as no other frame can be decoded alone. Use {@link VideoClips} for untrusted files. Not
 * thread-safe.
 */
final class ClipCutter implements AutoCloseable {
    /** Seconds to seek before the wanted key frame; see {@link VideoFile}. */
    private static final double[] SEEK_LEADS = {0, 5, 30, Double.POSITIVE_INFINITY};

    private static final int MAX_SOUND_TRACKS = 8;

    /** Within which a track of sound must begin if its beginning is needed to describe it. */
    private static final long MAX_BYTES_BEFORE_SOUND = 4 << 20;

    /** What lies between two key frames is less, or the clip begins earlier. */
    private static final long MAX_HELD_BYTES = 64 << 20;

    private final Demuxer demuxer;
    private final ClipRequest clip;
    private final ClipSink sink;
    private final Runnable heartbeat;
    private final SoundTracks sound;
    private final int video;
    private final AVPacket packet = av_packet_alloc();
    private final HeldPackets held = new HeldPackets();
    private @Nullable ClipMuxer muxer;
    private @Nullable VideoException truncation;
    private double first = Double.NaN;
    private double last = Double.NEGATIVE_INFINITY;

    private ClipCutter(Demuxer demuxer, ClipRequest clip, ClipSink sink, Runnable heartbeat) {
        this.demuxer = demuxer;
        this.clip = clip;
        this.sink = sink;
        this.heartbeat = heartbeat;
        this.sound = new SoundTracks(demuxer.keepSound(MAX_SOUND_TRACKS));
        this.video = demuxer.stream().index();
    }

    /** @param heartbeat called for every packet */
    static ClipCutter open(Request source, ClipRequest clip, ClipSink sink, Runnable heartbeat) throws VideoException {
        Ffmpeg.load();
        return new ClipCutter(Demuxer.open(source.file(), source.kind(), source.limits()), clip, sink, heartbeat);
    }

    /**
     * Cuts the clip. It ends where a truncated video ends.
     *
     * @throws VideoException when the video is damaged or has no frame there, or no container takes it
     */
    ClipFacts cut() throws VideoException, IOException {
        try {
            var isRead = findBeginning();
            while (isRead && !isEnd()) {
                take();
                isRead = read();
            }
            requireFrames();
            var written = started();
            written.finish();
            return new ClipFacts(written.format(), first, Math.max(first, last), written.soundTracks());
        } catch (MuxingException e) {
            throw new VideoException(
                    FailureCode.UNSUPPORTED_FORMAT,
                    "No clip can be cut out of this video, as its container or codec is unusual (" + e.getMessage()
                            + "). Download the whole video.");
        }
    }

    /** Reads up to a key frame that is not after the beginning, or else up to the first one; false if there is none. */
    private boolean findBeginning() throws VideoException {
        if (!demuxer.hasIndex()) {
            // Its clock may jump, which shows only from its beginning on.
            return readKeyFrame();
        }
        for (var lead : SEEK_LEADS) {
            demuxer.seek(clip.from() - lead);
            truncation = null;
            if (readKeyFrame() && (isBeforeClip(position()) || Double.isInfinite(lead))) {
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
    private boolean read() throws VideoException {
        av_packet_unref(packet);
        heartbeat.run();
        try {
            var isRead = demuxer.readAny(packet);
            sound.learn(packet);
            return isRead;
        } catch (VideoException e) {
            truncation = e;
            return false;
        }
    }

    private void take() throws MuxingException, IOException {
        if (packet.stream_index() == video) {
            takeVideo();
        } else {
            takeSound();
        }
    }

    private void takeVideo() throws MuxingException, IOException {
        var position = position();
        if (muxer == null && isKeyFrame() && (Double.isNaN(first) || isBeforeClip(position))) {
            held.dropBefore(position, video);
            first = position;
            last = position;
        }
        // A frame that is shown before the key frame, but stored after it, cannot be decoded.
        if (position >= first) {
            last = Math.max(last, position);
            if (muxer == null && isBeginningKnown()) {
                started();
            }
            keep(position);
        }
    }

    /** Whether no later key frame can begin the clip, and its tracks are known. */
    private boolean isBeginningKnown() {
        return isBeforeClip(last)
                ? held.bytes() > MAX_HELD_BYTES
                : sound.areAllKnown() || held.bytes() > MAX_BYTES_BEFORE_SOUND;
    }

    private void takeSound() throws MuxingException, IOException {
        var position = position(time(packet));
        if (position >= first && position <= clip.to()) {
            keep(position);
        }
    }

    private void keep(double position) throws MuxingException, IOException {
        var origin = demuxer.timeline().origin();
        if (muxer == null) {
            held.hold(packet, position, origin);
        } else {
            muxer.write(packet, origin + first);
        }
    }

    /** Begins the clip, unless it has begun. */
    private ClipMuxer started() throws MuxingException, IOException {
        var begun = muxer;
        if (begun == null) {
            begun = ClipMuxer.open(demuxer.stream(), sound, texts(), sink);
            muxer = begun;
            held.writeTo(begun, first);
        }
        return begun;
    }

    private Map<String, String> texts() {
        return Map.of(
                "title",
                clip.title(),
                "comment",
                clip.comment() + " Begins with the key frame at " + Math.round(first * 1000) + " ms.");
    }

    /** Whether the packet and all that follow are shown after the clip. */
    private boolean isEnd() {
        if (packet.stream_index() != video || Double.isNaN(first) || isBeforeClip(last)) {
            return false;
        }
        var decoded = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        // Frames that are shown before the last one are stored after it.
        return position(decoded) > clip.to() + Sampling.TOLERANCE_SECONDS && position(time(packet)) > last;
    }

    private void requireFrames() throws VideoException {
        if (Double.isNaN(first) || last < clip.from() - Sampling.TOLERANCE_SECONDS) {
            if (truncation != null) {
                throw truncation;
            }
            throw new VideoException(
                    FailureCode.NO_FRAMES, "The video has no frame from there on. Ask for an earlier part of it.");
        }
    }

    private boolean isKeyFrame() {
        return packet.stream_index() == video && (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    private boolean isBeforeClip(double position) {
        return position <= clip.from() + Sampling.TOLERANCE_SECONDS;
    }

    /** Of the frame in the packet. */
    private double position() {
        var time = time(packet);
        if (time == AV_NOPTS_VALUE) {
            return Double.isNaN(first) ? 0 : last;
        }
        return demuxer.timeline().position(time);
    }

    /** Of a timestamp of the packet's track, by the clock of the video as read last. */
    private double position(long timestamp) {
        var base = demuxer.container().streams(packet.stream_index()).time_base();
        return timestamp * Demuxer.seconds(base) - demuxer.timeline().origin();
    }

    private static long time(AVPacket packet) {
        return packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    }

    @Override
    public void close() {
        held.close();
        if (muxer != null) {
            muxer.close();
        }
        av_packet_free(packet);
        demuxer.close();
    }
}
