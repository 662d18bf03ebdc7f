package io.faceline.ingest.camera.open.http;

import java.time.Instant;

/** Takes the pictures of a camera as they arrive. */
@FunctionalInterface
interface PictureSink {
    /** @param jpeg whole or not; must not be changed afterwards */
    void offer(byte[] jpeg, Instant arrivedAt);
}
