package io.faceline.vision.camera;

import java.time.Instant;

/**
 * A camera whose JPEGs somebody else receives. Thread-safe, but for {@link #next}. It never ends for silence: whoever
 * receives the pictures knows how often they come, and calls {@link #fail}.
 */
public interface JpegStream extends CameraStream {
    /** Hands over a picture, which must not be changed afterwards. Returns at once; only the newest picture waits. */
    void offer(byte[] jpeg, Instant arrivedAt);

    /** Lets {@link #next} throw this, after the events before. */
    void fail(CameraException cause);
}
