package io.faceline.ingest.transport;

import io.faceline.vision.image.decode.PhotoEncoder;
import java.util.concurrent.Semaphore;

/** Limits the unanswered frames of a job by number and by bytes. Thread-safe. */
final class Window {
    /** Room for four of the largest frames, so that each of two cores has one in work and one waiting. */
    static final int BYTES = 4 * PhotoEncoder.MAX_FRAME_BYTES;

    private final Semaphore frames;
    private final Semaphore bytes = new Semaphore(BYTES);

    Window(int frames) {
        this.frames = new Semaphore(frames);
    }

    /** Blocks until there is room for a frame of this size. */
    void enter(int size) throws InterruptedException {
        frames.acquire();
        try {
            bytes.acquire(room(size));
        } catch (InterruptedException e) {
            frames.release();
            throw e;
        }
    }

    /** Releases the room of an answered frame of this size. */
    void leave(int size) {
        bytes.release(room(size));
        frames.release();
    }

    /** A frame that is larger than the window is sent alone. */
    private static int room(int size) {
        return Math.min(size, BYTES);
    }
}
