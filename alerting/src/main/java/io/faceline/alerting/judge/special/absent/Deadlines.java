package io.faceline.alerting.judge.special.absent;

import io.faceline.contracts.rule.RuleSubject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deadlines of a rule: one instant each local date. A time that a change of the clocks skips is as much later; one that
 * comes twice is the first; a date that a zone left out is the one after it, and has its deadline once.
 */
record Deadlines(RuleSubject.Absent who, ZoneId zone) {
    /** More than a rule of one day of the week and a date left out can lie apart. */
    private static final int DAYS_AHEAD = 16;

    /** Those after one time and not after the other, in order. */
    Stream<Deadline> between(Instant after, Instant until) {
        return dates(after, until)
                .map(this::on)
                .filter(deadline ->
                        deadline.by().isAfter(after) && !deadline.by().isAfter(until));
    }

    /** The first after this time. */
    Optional<Deadline> next(Instant after) {
        var first = date(after);
        return from(first, first.plusDays(DAYS_AHEAD))
                .map(this::on)
                .filter(deadline -> deadline.by().isAfter(after))
                .findFirst();
    }

    /** Those in whose window somebody was in view who was seen from the first to the last time. */
    Stream<Deadline> around(Instant first, Instant last) {
        return from(date(first), date(last).plusDays(2))
                .map(this::on)
                .filter(deadline -> deadline.overlaps(first, last));
    }

    /** Until when who comes is late and not on time for the next one: the beginning of the next window. */
    Instant endOfLateness(Deadline deadline) {
        return next(deadline.by())
                .map(next -> next.from().isAfter(deadline.by()) ? next.from() : next.by())
                .orElse(deadline.by());
    }

    private Stream<LocalDate> dates(Instant after, Instant until) {
        return until.isBefore(after) ? Stream.empty() : from(date(after), date(until));
    }

    /** The dates that there are, from the one before the first, each once. */
    private Stream<LocalDate> from(LocalDate first, LocalDate last) {
        return first.minusDays(1)
                .datesUntil(last.plusDays(1))
                .map(date -> at(date).toLocalDate())
                .distinct()
                .filter(date -> who.days().isEmpty() || who.days().contains(date.getDayOfWeek()));
    }

    private Deadline on(LocalDate date) {
        var by = at(date).toInstant();
        var from = since(date, by);
        return new Deadline(date, from.isBefore(by) ? from : by, by);
    }

    private Instant since(LocalDate date, Instant by) {
        if (who.from().isBefore(who.by())) {
            return ZonedDateTime.of(date, who.from(), zone).toInstant();
        }
        var from = ZonedDateTime.of(date.minusDays(1), who.from(), zone).toInstant();
        // The day before was left out.
        return from.isBefore(by)
                ? from
                : ZonedDateTime.of(date.minusDays(2), who.from(), zone).toInstant();
    }

    private ZonedDateTime at(LocalDate date) {
        return ZonedDateTime.of(date, who.by(), zone);
    }

    private LocalDate date(Instant time) {
        return time.atZone(zone).toLocalDate();
    }
}
