package io.faceline.api.alerts.attendance;

import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whose attendance is asked for, and when a day begins.
 *
 * @param group whose sources count; all if empty
 * @param from the first day
 * @param to the last day
 * @param dayBegins local time at which nobody comes or goes: who is there then is of two days
 */
record AttendanceQuery(
        ListId list, Optional<GroupId> group, LocalDate from, LocalDate to, ZoneId zone, LocalTime dayBegins) {
    private static final LocalTime DAY_BEGINS = LocalTime.of(4, 0);
    private static final int DEFAULT_DAYS = 7;
    private static final int MAX_DAYS = 366;

    static AttendanceQuery of(Context context, Instant now) {
        var list = parsed(context, "list", "the id of a watch list", text -> ListId.parse(text)
                        .orElseThrow())
                .orElseThrow(() -> ListParameters.invalid("list", "the id of a watch list"));
        var group = parsed(context, "group", "the id of a group of sources", text -> GroupId.parse(text)
                .orElseThrow());
        var zone = parsed(context, "zone", "a time zone such as Europe/Berlin", ZoneId::of)
                .orElseThrow(() -> ListParameters.invalid("zone", "a time zone such as Europe/Berlin"));
        var begins = parsed(context, "dayBegins", "a time of the day such as 04:00", LocalTime::parse)
                .orElse(DAY_BEGINS);
        var to = parsed(context, "to", "a day such as 2026-01-31", LocalDate::parse)
                .orElseGet(() -> day(now, zone, begins));
        var from = parsed(context, "from", "a day such as 2026-01-31", LocalDate::parse)
                .orElseGet(() -> to.minusDays(DEFAULT_DAYS - 1L));
        if (to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to)) {
            throw ListParameters.invalid("from", "a day before \"to\", at most " + MAX_DAYS + " days");
        }
        return new AttendanceQuery(list, group, from, to, zone, begins);
    }

    private static <T> Optional<T> parsed(Context context, String name, String expected, Function<String, T> parse) {
        return Optional.ofNullable(context.queryParam(name)).map(text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException | NoSuchElementException e) {
                throw ListParameters.invalid(name, expected);
            }
        });
    }

    /** The day that a time is of. */
    LocalDate day(Instant time) {
        return day(time, zone, dayBegins);
    }

    private static LocalDate day(Instant time, ZoneId zone, LocalTime begins) {
        var local = time.atZone(zone);
        return local.toLocalTime().isBefore(begins) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    AttendanceQuery today(Instant now) {
        return new AttendanceQuery(list, group, day(now), day(now), zone, dayBegins);
    }
}
