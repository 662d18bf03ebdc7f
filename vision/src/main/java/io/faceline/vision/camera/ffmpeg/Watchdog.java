package io.faceline.vision.camera.ffmpeg;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends FFmpeg's waiting for a camera. Whether it did so is only told by {@link #hasFired}, to be looked at after every
 * call: FFmpeg returns all kinds of errors then, or a picture that it still held. Thread-safe.
 */
public final class Watchdog {
    private static final long LONGEST_BETWEEN_CALLS = 1_000_000_000;

    private final AVIOInterruptCB.Callback_Pointer callback = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer unused) {
            return fires() ? 1 : 0;
        }
    };

    @GuardedBy("this")
    private long deadline = System.nanoTime();

    @GuardedBy("this")
    private long lastCall = deadline;

    private volatile boolean isStopped;
    private volatile boolean isGoodbye;
    private volatile boolean hasFired;

    /** Must be kept as long as FFmpeg may call it. */
    public AVIOInterruptCB.Callback_Pointer callback() {
        return callback;
    }

    /** FFmpeg asks about every tenth of a second: if it did not, this process was stopped, not the camera silent. */
    @GuardedBy("this")
    private void excuse(long now) {
        if (now - lastCall > LONGEST_BETWEEN_CALLS) {
            deadline += now - lastCall;
        }
        lastCall = now;
    }

    private synchronized boolean fires() {
        excuse(System.nanoTime());
        if ((isStopped && !isGoodbye) || System.nanoTime() - deadline >= 0) {
            hasFired = true;
        }
        return hasFired;
    }

    /** Until when FFmpeg may wait. */
    public synchronized void allow(long untilNanos) {
        isGoodbye = false;
        lastCall = System.nanoTime();
        deadline = untilNanos;
    }

    public boolean hasFired() {
        return hasFired;
    }

    /** Ends the waiting for good. */
    public synchronized void stop() {
        isStopped = true;
        notifyAll();
    }

    public boolean isStopped() {
        return isStopped;
    }

    /** Lets FFmpeg say goodbye to the camera, also if it is stopped. */
    public synchronized void allowGoodbye(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
        isGoodbye = true;
        lastCall = System.nanoTime();
        hasFired = false;
    }

    /** Waits until this time, or until it is stopped. */
    public synchronized void pauseUntil(long nanos) throws InterruptedException {
        for (var left = left(nanos); left > 0 && !isStopped; left = left(nanos)) {
            wait(left);
        }
    }

    private static long left(long nanos) {
        return (nanos - System.nanoTime() + 999_999) / 1_000_000;
    }
}
