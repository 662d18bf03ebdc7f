package io.faceline.contracts.camera;

import io.faceline.contracts.Checks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When a camera is read, by the local time of a zone: also through the hour that a change of the clocks repeats or skips.
 *
 * @param zone such as {@code Europe/Berlin}
 * @param open at most 50; never if there is none
 */
public record CameraHours(ZoneId zone, List<Span> open) {
    private static final int MAX_SPANS = 50;

    /**
     * @param days on which it begins; every day if there is none
     * @param from inclusive
     * @param to exclusive; at or before {@code from} it is of the next day, midnight included
     */
    public record Span(List<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Span {
            days = List.copyOf(days);
        }

        private boolean includes(DayOfWeek day, LocalTime time) {
            if (from.isBefore(to)) {
                return begins(day) && !time.isBefore(from) && time.isBefore(to);
            }
            return (begins(day) && !time.isBefore(from)) || (begins(day.minus(1)) && time.isBefore(to));
        }

        private boolean begins(DayOfWeek day) {
            return days.isEmpty() || days.contains(day);
        }
    }

    public CameraHours {
        open = List.copyOf(open);
        Checks.require(open.size() <= MAX_SPANS, "hours have at most " + MAX_SPANS + " spans");
    }

    /** Whether the camera is read at this time. */
    public boolean include(Instant instant) {
        var local = instant.atZone(zone);
        return open.stream().anyMatch(span -> span.includes(local.getDayOfWeek(), local.toLocalTime()));
    }
}
