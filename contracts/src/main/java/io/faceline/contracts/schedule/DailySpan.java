package io.faceline.contracts.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A stretch of the day by the local clock, also over midnight. An hour that a change of the clocks skips is in none, and one
 * that it repeats is in a span twice.
 *
 * @param days on which it begins; every day if there is none
 * @param from inclusive
 * @param to exclusive; at or before {@code from} it is of the next day, midnight included
 */
public record DailySpan(List<DayOfWeek> days, LocalTime from, LocalTime to) {
    public DailySpan {
        days = List.copyOf(days);
    }

    public boolean includes(ZonedDateTime local) {
        var day = local.getDayOfWeek();
        var time = local.toLocalTime();
        if (from.isBefore(to)) {
            return begins(day) && !time.isBefore(from) && time.isBefore(to);
        }
        return (begins(day) && !time.isBefore(from)) || (begins(day.minus(1)) && time.isBefore(to));
    }

    private boolean begins(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
