package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The times of looks: of a live source when they were captured, of a film its own time. Not thread-safe. */
final class LookTimes {
    private static final String PREFIX = "film|";
    private static final double NANOS_PER_SECOND = 1e9;
    /** In steps of this it is looked up whether a long time lies within the hours of a rule. */
    private static final Duration STEP = Duration.ofMinutes(1);

    /** The tracker waits two seconds for a face to come back, and ten for a source. */
    private static final Duration USUAL_DELAY = Duration.ofSeconds(15);
    /** A film may be read more slowly than it plays. */
    private static final Duration FILM_PAUSE = Duration.ofMinutes(1);

    private final JudgeMemory memory;

    /**
     * @param zero the time of position 0
     * @param judgedAt by the clock of this machine, when a look of it was judged last
     */
    record Film(Instant zero, Instant judgedAt) {}

    LookTimes(JudgeMemory memory) {
        this.memory = memory;
    }

    /**
     * Which time of the looks is reached now, if no later look of somebody came. What is judged late is followed by what is
     * judged late: only the time since then has passed.
     *
     * @param last look
     * @param judgedAt when it was judged
     */
    static Instant reached(Instant last, Instant judgedAt, boolean isFilm, Instant now) {
        if (isFilm) {
            return last.plus(Duration.between(judgedAt, now)).minus(FILM_PAUSE);
        }
        var isLate = Duration.between(last, judgedAt).compareTo(USUAL_DELAY) > 0;
        return isLate ? last.plus(Duration.between(judgedAt, now)) : now;
    }

    static boolean isFilm(TrackUpdate track) {
        return !track.session().isCamera();
    }

    /** Notes that a film is judged now. */
    void judged(TrackUpdate track, Instant now) {
        if (isFilm(track)) {
            var zero = film(track.source()).map(Film::zero).orElseGet(() -> zero(track.first()));
            memory.write(PREFIX + track.source(), new Film(zero, now));
        }
    }

    Optional<Film> film(String source) {
        return memory.read(PREFIX + source, Film.class);
    }

    /** Forgets films of which no look was judged for so long. */
    void forget(Instant now, Duration kept) {
        List.copyOf(memory.keys()).stream()
                .filter(key -> key.startsWith(PREFIX))
                .filter(key -> memory.read(key, Film.class)
                        .filter(film -> film.judgedAt().plus(kept).isBefore(now))
                        .isPresent())
                .forEach(memory::remove);
    }

    Instant of(TrackUpdate track, Look look) {
        if (!isFilm(track) || look.position() == null) {
            return look.capturedAt();
        }
        return film(track.source())
                .map(Film::zero)
                .orElseGet(() -> zero(track.first()))
                .plusNanos(nanos(look.position()));
    }

    private static Instant zero(Look first) {
        return first.position() == null
                ? first.capturedAt()
                : first.capturedAt().minusNanos(nanos(first.position()));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }

    /** Seconds of a time that lie within the hours of a rule. */
    static double secondsWithin(AlertRule rule, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        if (rule.hours().isEmpty()) {
            return seconds(from, to);
        }
        var sum = 0.0;
        for (var at = from; at.isBefore(to); at = at.plus(STEP)) {
            var end = at.plus(STEP).isBefore(to) ? at.plus(STEP) : to;
            sum += withinStep(rule, at, end);
        }
        return sum;
    }

    private static double withinStep(AlertRule rule, Instant from, Instant to) {
        var begins = rule.includes(from);
        if (begins == rule.includes(to)) {
            return begins ? seconds(from, to) : 0;
        }
        var before = from.toEpochMilli();
        var after = to.toEpochMilli();
        while (after - before > 1) {
            var middle = (before + after) / 2;
            if (rule.includes(Instant.ofEpochMilli(middle)) == begins) {
                before = middle;
            } else {
                after = middle;
            }
        }
        var change = Instant.ofEpochMilli(after);
        return begins ? seconds(from, change) : seconds(change, to);
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS_PER_SECOND;
    }
}
