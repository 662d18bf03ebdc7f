package io.faceline.vision.camera.ffmpeg;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends FFmpeg's waiting for a camera. Whether it did so is only told by {@link #hasFired}, to be looked at after every
 * call: FFmpeg returns all kinds of errors then, or a picture that it still held. Thread-safe.
 */
public final class Watchdog {
    private final AVIOInterruptCB.Callback_Pointer callback = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer unused) {
            return fires() ? 1 : 0;
        }
    };
    private volatile long deadline = System.nanoTime();
    private volatile boolean isStopped;
    private volatile boolean isGoodbye;
    private volatile boolean hasFired;

    /** Must be kept as long as FFmpeg may call it. */
    public AVIOInterruptCB.Callback_Pointer callback() {
        return callback;
    }

    private boolean fires() {
        if ((isStopped && !isGoodbye) || System.nanoTime() - deadline >= 0) {
            hasFired = true;
        }
        return hasFired;
    }

    /** Until when FFmpeg may wait. */
    public void allow(long untilNanos) {
        isGoodbye = false;
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
    public void allowGoodbye(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
        isGoodbye = true;
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
