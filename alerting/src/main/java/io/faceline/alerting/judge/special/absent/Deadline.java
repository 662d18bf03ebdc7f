package io.faceline.alerting.judge.special.absent;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The time by which somebody was to be seen, of one local date.
 *
 * @param date of {@code by}, as java.time resolves it: the key of the deadline
 * @param from since when a look counts; {@code by} itself if a change of the clocks skips the whole window
 * @param by until when, exclusive
 */
record Deadline(LocalDate date, Instant from, Instant by) {
    /** Whether somebody who was in view from the first to the last time was in view within the window. */
    boolean overlaps(Instant first, Instant last) {
        return first.isBefore(by) && !last.isBefore(from);
    }

    boolean isEmpty() {
        return !from.isBefore(by);
    }
}
