package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.video.clip.ClipFacts;
import io.faceline.vision.video.clip.ClipMuxer;
import io.faceline.vision.video.clip.ClipRequest;
import io.faceline.vision.video.clip.ClipSink;
import io.faceline.vision.video.clip.HeldPackets;
import io.faceline.vision.video.clip.MuxingException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a clip out of a video in this process, packet by packet, without decoding. It begins with the last key frame at or
 * before the asked moment, as no other frame can be decoded alone. Use {@link VideoClips} for untrusted files. Not
 * thread-safe.
 */
final class ClipCutter implements AutoCloseable {
    /** Within which a track of sound must begin if its beginning is needed to describe it. */
    private static final long MAX_BYTES_BEFORE_SOUND = 4 << 20;

    /** What lies between two key frames is less, or the clip begins earlier. */
    private static final long MAX_HELD_BYTES = 64 << 20;

    private static final int MILLIS = 1000;

    private final ClipPackets packets;
    private final ClipRequest clip;
    private final ClipSink sink;
    private final double from;
    private final double to;
    private final HeldPackets held = new HeldPackets();
    private @Nullable ClipMuxer muxer;
    private double first = Double.NaN;
    private double last = Double.NEGATIVE_INFINITY;

    private ClipCutter(ClipPackets packets, ClipRequest clip, ClipSink sink) {
        this.packets = packets;
        this.clip = clip;
        this.sink = sink;
        this.from = clip.from() + Sampling.TOLERANCE_SECONDS;
        this.to = clip.to() + Sampling.TOLERANCE_SECONDS;
    }

    /** @param heartbeat called for every packet */
    static ClipCutter open(Request source, ClipRequest clip, ClipSink sink, Runnable heartbeat) throws VideoException {
        return new ClipCutter(ClipPackets.open(source, heartbeat), clip, sink);
    }

    /**
     * Cuts the clip. It ends where a truncated video ends.
     *
     * @throws VideoException when the video is damaged or has no frame there, or no container takes it
     */
    ClipFacts cut() throws VideoException, IOException {
        try {
            var isRead = packets.readKeyFrame(from);
            while (isRead && !isEnd()) {
                take();
                isRead = packets.read();
            }
            requireFrames();
            var written = started();
            written.finish();
            return new ClipFacts(written.format(), first, last, written.soundTracks());
        } catch (MuxingException e) {
            throw new VideoException(
                    FailureCode.UNSUPPORTED_FORMAT,
                    "No clip can be cut out of this video, as its container or codec is unusual (" + e.getMessage()
                            + "). Download the whole video.");
        }
    }

    private void take() throws MuxingException, IOException {
        var position = packets.position();
        if (packets.isVideo()) {
            takeVideo(position);
        } else if (position >= first && position <= to) {
            keep(position);
        }
    }

    private void takeVideo(double position) throws MuxingException, IOException {
        if (muxer == null && packets.isKeyFrame() && (Double.isNaN(first) || position <= from)) {
            held.dropBefore(position, packets.video().index());
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
        return last <= from
                ? held.bytes() > MAX_HELD_BYTES
                : packets.sound().areAllKnown() || held.bytes() > MAX_BYTES_BEFORE_SOUND;
    }

    private void keep(double position) throws MuxingException, IOException {
        if (muxer == null) {
            held.hold(packets.packet(), position, packets.origin());
        } else {
            muxer.write(packets.packet(), packets.origin() + first);
        }
    }

    /** Begins the clip, unless it has begun. */
    private ClipMuxer started() throws MuxingException, IOException {
        var begun = muxer;
        if (begun == null) {
            begun = ClipMuxer.open(packets.video(), packets.sound(), texts(), sink);
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
                clip.comment() + " Begins with the key frame at " + Math.round(first * MILLIS) + " ms.");
    }

    /** Whether the packet and all that follow are shown after the clip. */
    private boolean isEnd() {
        // Frames that are shown before the last one may be stored after it.
        return packets.isVideo() && last > from && packets.decodingPosition() > to && packets.position() > last;
    }

    private void requireFrames() throws VideoException {
        if (last < clip.from() - Sampling.TOLERANCE_SECONDS) {
            throw packets.truncation()
                    .orElseGet(() -> new VideoException(
                            FailureCode.NO_FRAMES,
                            "The video has no frame from there on, or no key frame. Ask for an earlier part of it."));
        }
    }

    @Override
    public void close() {
        held.close();
        if (muxer != null) {
            muxer.close();
        }
        packets.close();
    }
}
