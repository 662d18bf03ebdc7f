package io.faceline.alerts.node;

import java.time.Instant;

/**
 * The last record of a partition that was worked on.
 *
 * @param at when it was written: in a topic that was made anew the offsets begin again, and the times do not
 */
public record ReadUntil(long offset, Instant at) {
    boolean includes(ReadUntil read) {
        return read.offset() <= offset && !read.at().isAfter(at);
    }
}
