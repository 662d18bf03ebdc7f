package io.faceline.runtime.http;

import java.time.Duration;

/**
 * Times of an HTTP server that no setting changes.
 *
 * @param message maximum time of a WebSocket message, from its first byte to its last
 * @param refusal how long an answer with status 429 is held back
 */
record HttpTimes(Duration message, Duration refusal) {
    static final HttpTimes DEFAULT = new HttpTimes(Duration.ofSeconds(30), Duration.ofSeconds(1));
}
