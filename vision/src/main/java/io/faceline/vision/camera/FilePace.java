package io.faceline.vision.camera;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.faceline.vision.camera.ffmpeg.Watchdog;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Plays a file as fast as it was recorded. Not thread-safe. */
final class FilePace {
    /** A longer way to the next picture is a jump of the time stamps. */
    private static final long LONGEST = 10_000_000_000L;

    private static final long UNKNOWN = 40_000_000;

    private final Watchdog watchdog;
    private final double nanosPerUnit;
    private long due = System.nanoTime();
    private long last = AV_NOPTS_VALUE;

    FilePace(Watchdog watchdog, AVStream stream) {
        this.watchdog = watchdog;
        this.nanosPerUnit =
                1e9 * stream.time_base().num() / Math.max(1, stream.time_base().den());
    }

    /** Waits until a packet of the file is to be decoded, or it is stopped. */
    void await(AVPacket packet) throws InterruptedException {
        // In the order of decoding, unlike presentation times.
        var stamp = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        if (last != AV_NOPTS_VALUE) {
            var step = stamp == AV_NOPTS_VALUE ? UNKNOWN : Math.round((stamp - last) * nanosPerUnit);
            due += step < 0 || step > LONGEST ? UNKNOWN : step;
        }
        last = stamp == AV_NOPTS_VALUE ? last : stamp;
        watchdog.pauseUntil(due);
    }
}
