package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.process.MemoryRoom;
import java.time.Duration;

/**
 * Memory for the frames of all videos that this JVM has decoded: several ordinary ones at a time, the largest only one
 * after the other. Thread-safe.
 *
 * @param patience how long a video waits
 */
record VideoRoom(MemoryRoom room, Duration patience) {
    private static final long MIN_BYTES = 320L << 20;

    /**
     * Half of what the JVM may take, as for pictures: the operator tells by its heap what the machine can spare. A job
     * without progress for ten minutes fails in any case.
     */
    static final VideoRoom SHARED = new VideoRoom(
            new MemoryRoom(Math.max(MIN_BYTES, Runtime.getRuntime().maxMemory() / 2)), Duration.ofMinutes(10));

    /** Waits for room in the order of arrival. */
    MemoryRoom.Place take(long bytes) throws VideoException {
        try {
            return room.take(bytes, patience)
                    .orElseThrow(() -> new VideoException(
                            FailureCode.TIMEOUT,
                            "Other large videos took all memory for decoding for " + patience.toMinutes()
                                    + " minutes. Send the video again later."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VideoException(FailureCode.DECODER_STUCK, "Interrupted while waiting to decode.");
        }
    }
}
