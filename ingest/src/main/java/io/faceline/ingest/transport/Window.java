package io.faceline.ingest.transport;

import io.faceline.vision.image.decode.PhotoEncoder;
import java.util.concurrent.Semaphore;

/** How much of a job may be unanswered at a time: so many frames, and of large ones fewer. */
final class Window {
    /** Several of the largest frames: each core has one in work and one waiting. */
    static final int BYTES = 4 * PhotoEncoder.MAX_FRAME_BYTES;

    private final Semaphore frames;
    private final Semaphore bytes = new Semaphore(BYTES);

    Window(int frames) {
        this.frames = new Semaphore(frames);
    }

    /** Waits until there is room for a frame of this size. */
    void enter(int size) throws InterruptedException {
        frames.acquire();
        try {
            bytes.acquire(room(size));
        } catch (InterruptedException e) {
            frames.release();
            throw e;
        }
    }

    /** A frame of this size was answered. */
    void leave(int size) {
        bytes.release(room(size));
        frames.release();
    }

    /** A frame that is larger than the window goes alone. */
    private static int room(int size) {
        return Math.min(size, BYTES);
    }
}
