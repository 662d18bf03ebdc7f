package io.faceline.vision.video.clip;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Completes the timestamps of a track's packets as containers require them: each has both, decoding times increase, and
 * nothing is shown before it is decoded. Not thread-safe.
 */
final class PacketTimes {
    private long last = AV_NOPTS_VALUE;

    /** @param delay by which the first packet is decoded before it is shown if it does not say, in the packet's time base */
    void complete(AVPacket packet, long delay) {
        var decoded = decodingTime(packet, delay);
        if (last != AV_NOPTS_VALUE && decoded <= last) {
            decoded = last + 1;
        }
        last = decoded;
        packet.dts(decoded);
        if (packet.pts() == AV_NOPTS_VALUE || packet.pts() < decoded) {
            packet.pts(decoded);
        }
    }

    private long decodingTime(AVPacket packet, long delay) {
        if (packet.dts() != AV_NOPTS_VALUE) {
            return packet.dts();
        }
        if (last != AV_NOPTS_VALUE) {
            return last + Math.max(1, packet.duration());
        }
        return packet.pts() == AV_NOPTS_VALUE ? 0 : packet.pts() - delay;
    }
}
