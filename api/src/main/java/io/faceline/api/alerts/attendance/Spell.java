package io.faceline.api.alerts.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time for which somebody was there. Not thread-safe: {@link Spells} builds it.
 */
final class Spell {
    private final @Nullable Reading in;
    private @Nullable Reading out;
    private boolean isClosed;
    private Reading last;

    private Spell(@Nullable Reading in, @Nullable Reading out, Reading last) {
        this.in = in;
        this.out = out;
        this.last = last;
        this.isClosed = in == null;
    }

    static Spell begun(Reading in) {
        return new Spell(in, null, in);
    }

    /** Of somebody whom nobody saw come. */
    static Spell ended(Reading out) {
        return new Spell(null, out, out);
    }

    /** A reading that says that somebody left ends the spell; one that may say so is the end unless there is a later one. */
    void add(Reading reading) {
        last = reading;
        if (reading.mayBeOut()) {
            out = reading;
            isClosed = reading.isClear();
        }
    }

    boolean isClosed() {
        return isClosed;
    }

    Optional<Reading> in() {
        return Optional.ofNullable(in);
    }

    Optional<Reading> out() {
        return Optional.ofNullable(out);
    }

    Reading last() {
        return last;
    }

    Instant from() {
        return in == null ? last.at() : in.at();
    }

    /** Between the instants, so that the night of a change of the clock has 7 or 9 hours; empty unless both are known. */
    Optional<Duration> duration() {
        return in().flatMap(began -> out().map(ended -> Duration.between(began.at(), ended.at())));
    }

    Stream<Reading> readings() {
        return Stream.concat(in().stream(), out().stream());
    }
}
