package io.faceline.ingest.transport;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.vision.image.decode.PhotoEncoder;
import java.util.TreeSet;

/**
 * Limits the unanswered frames of a job by bytes, and by how much later a frame may be than one that is unanswered: whoever
 * restores the order waits for no frame that is so much earlier. Thread-safe.
 */
final class Window {
    /** Room for four of the largest frames, so that each of two cores has one in work and one waiting. */
    static final int BYTES = 4 * PhotoEncoder.MAX_FRAME_BYTES;

    private final int frames;

    @GuardedBy("this")
    private final TreeSet<Long> unanswered = new TreeSet<>();

    @GuardedBy("this")
    private int bytes;

    /** @param frames by which the sequence numbers of two unanswered frames may differ, less one */
    Window(int frames) {
        this.frames = frames;
    }

    /** Blocks until there is room for a frame of this size. */
    synchronized void enter(long sequence, int size) throws InterruptedException {
        while (!hasRoom(sequence, size)) {
            wait();
        }
        unanswered.add(sequence);
        bytes += room(size);
    }

    @GuardedBy("this")
    private boolean hasRoom(long sequence, int size) {
        return unanswered.isEmpty() || (sequence - unanswered.first() < frames && bytes + room(size) <= BYTES);
    }

    /** Releases the room of an answered frame of this size. */
    synchronized void leave(long sequence, int size) {
        unanswered.remove(sequence);
        bytes -= room(size);
        notifyAll();
    }

    /** A frame that is larger than the window is sent alone. */
    private static int room(int size) {
        return Math.min(size, BYTES);
    }
}
