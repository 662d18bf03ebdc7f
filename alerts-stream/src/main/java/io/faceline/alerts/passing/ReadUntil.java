package io.faceline.alerts.passing;

import java.time.Instant;

/**
 * The last record of {@code tracks} that was passed on.
 *
 * @param at when it was written: in a topic that was made anew the offsets begin again, and the times do not
 */
record ReadUntil(long offset, Instant at) {
    boolean includes(long read, Instant writtenAt) {
        return read <= offset && !writtenAt.isAfter(at);
    }
}
