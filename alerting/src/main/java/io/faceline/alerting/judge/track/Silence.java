package io.faceline.alerting.judge.track;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.AlertId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a subject at a scope.
 *
 * @param alerts the last ones, in the order in which they were opened
 * @param waiting visits that are to be counted on the last one
 * @param countedAt by the clock of this machine, when a count was written last
 * @param reopenedAt the look at which an alert was last told to be right after all
 */
record Silence(
        List<Told> alerts,
        long waiting,
        Instant countedAt,
        @OmittedIfAbsent @Nullable Instant reopenedAt) {
    static final Silence NONE = new Silence(List.of(), 0, Instant.EPOCH, null);

    private static final int MAX = 16;

    Silence {
        alerts = List.copyOf(alerts);
    }

    /**
     * An alert.
     *
     * @param isTold whether anybody was told of it: one that was muted silences nothing
     * @param date the local date on which it began
     * @param condition revision of the rule since which its condition is the same
     */
    record Told(AlertId alert, boolean isTold, Instant first, Instant last, LocalDate date, long condition) {
        Told untold() {
            return new Told(alert, false, first, last, date, condition);
        }

        boolean silences(Instant look, Duration hold, Duration silence) {
            return isTold && !look.isBefore(first.minus(hold)) && !look.isAfter(last.plus(silence));
        }
    }

    Silence with(Told told) {
        var all = new ArrayList<>(alerts);
        var index = all.stream().map(Told::alert).toList().indexOf(told.alert());
        if (index >= 0) {
            all.set(index, told);
        } else {
            all.add(told);
        }
        if (all.size() > MAX) {
            var oldestUntold = all.stream().filter(one -> !one.isTold()).findFirst();
            all.remove(oldestUntold.orElseGet(() -> all.get(0)));
        }
        return new Silence(all, waiting, countedAt, reopenedAt);
    }

    Silence with(long counts, Instant at) {
        return new Silence(alerts, counts, at, reopenedAt);
    }

    Silence reopenedAt(Instant look) {
        return new Silence(alerts, waiting, countedAt, look);
    }

    Optional<Told> of(AlertId alert) {
        return alerts.stream().filter(told -> told.alert().equals(alert)).findFirst();
    }

    /** The last look at which anything was told. */
    Instant last() {
        return alerts.stream().map(Told::last).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
