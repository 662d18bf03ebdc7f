package io.faceline.vision.image.decode;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.header.ImageHeader;
import io.faceline.vision.process.MemoryRoom;
import java.time.Duration;

/**
 * Memory for the pictures of this JVM, counted before they are decoded: four photos of 100 megapixels at a time would
 * take more than a gigabyte. Thread-safe.
 *
 * @param smallPixels pictures of up to so many pixels do not wait, since each thread has but one
 */
record PictureRoom(MemoryRoom room, long smallPixels) {
    /** The pixels, three bytes each, and a brightened copy of a dark picture. */
    private static final long BYTES_PER_PIXEL = 6;

    private static final long MIN_BYTES = 64 << 20;
    private static final long SMALL_PIXELS = 2_100_000;

    /** Half of what the JVM may take: the operator tells by its heap what the machine can spare. */
    static final PictureRoom SHARED = new PictureRoom(
            new MemoryRoom(Math.max(MIN_BYTES, Runtime.getRuntime().maxMemory() / 2)), SMALL_PIXELS);

    /**
     * Waits for room in the order of arrival. The place is closed when the picture is.
     *
     * @throws ImageException when there was none for too long
     */
    MemoryRoom.Place take(ImageHeader header, ImageLimits limits) throws ImageException {
        if (header.pixels() <= smallPixels) {
            return MemoryRoom.Place.NONE;
        }
        var patience = limits.maxWait();
        try {
            return room.take(BYTES_PER_PIXEL * header.pixels(), patience).orElseThrow(() -> full(patience));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full(patience);
        }
    }

    private static ImageException full(Duration patience) {
        return new ImageException(
                FailureCode.TIMEOUT,
                "Other large images took all memory for decoding for " + patience.toSeconds()
                        + " s. Send the image again, or a smaller one.");
    }
}
