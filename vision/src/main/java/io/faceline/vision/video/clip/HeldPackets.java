package io.faceline.vision.video.clip;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Packets that belong to a clip unless a later key frame begins it. Not thread-safe. */
public final class HeldPackets implements AutoCloseable {
    private final Deque<Held> held = new ArrayDeque<>();
    private long bytes;

    /** @param begin timestamp at position zero of the video, in seconds of the file's clock */
    private record Held(AVPacket packet, double position, double begin) {}

    /**
     * Keeps a packet, which the caller still unrefs.
     *
     * @param position in the video, in seconds
     * @param begin timestamp at position zero of the video, in seconds of the file's clock
     */
    public void hold(AVPacket packet, double position, double begin) {
        held.add(new Held(av_packet_clone(packet), position, begin));
        bytes += packet.size();
    }

    /** Bytes of all packets. */
    public long bytes() {
        return bytes;
    }

    /** Drops what precedes a key frame at this position: all of the video, and the sound before. */
    public void dropBefore(double position, int videoTrack) {
        held.removeIf(one -> {
            var isDropped = one.packet.stream_index() == videoTrack || one.position < position;
            if (isDropped) {
                free(one);
            }
            return isDropped;
        });
    }

    /** @param first position at which the clip begins, in seconds of the video */
    public void writeTo(ClipMuxer muxer, double first) throws MuxingException, IOException {
        while (!held.isEmpty()) {
            var next = held.remove();
            try {
                muxer.write(next.packet, next.begin + first);
            } finally {
                free(next);
            }
        }
    }

    private void free(Held one) {
        bytes -= one.packet.size();
        av_packet_free(one.packet);
    }

    @Override
    public void close() {
        held.forEach(this::free);
        held.clear();
    }
}
