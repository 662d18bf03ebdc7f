package io.faceline.alerting.judge.track;

import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.rule.AlertRule;
import java.time.Duration;
import java.time.Instant;

/** Ends visits that are over: by later looks, by the clock, or since their source has ended. Not thread-safe. */
final class VisitEnds {
    /** A track whose end nobody said. */
    private static final Duration STALE = Duration.ofHours(1);

    private final Visits visits;
    private final Crowds crowds;
    private final VisitAlerts alerts;

    VisitEnds(Visits visits, Crowds crowds, VisitAlerts alerts) {
        this.visits = visits;
        this.crowds = crowds;
        this.alerts = alerts;
    }

    /** Ends what is over at the time of a look at a source: a backlog ends what would have ended. */
    void over(AlertRule rule, String source, Instant look, Instant now) {
        visits.where(visit -> visit.isOverAt(look, hold(rule)) && isOnlyAt(visit, source))
                .forEach(visit -> end(visit, rule, now));
        crowds.end(source, look, rule, visits, now);
    }

    /** The same in wider scopes, by looks at the person. */
    void over(AlertRule rule, AlertSubject subject, AlertScope scope, Instant look, Instant now) {
        visits.of(subject, scope).stream()
                .filter(visit -> visit.isOfKnown() && visit.isOverAt(look, hold(rule)))
                .forEach(visit -> end(visit, rule, now));
    }

    /** Ends what is over by the clock. */
    void due(AlertRule rule, Instant now) {
        visits.where(visit -> isDue(visit, rule, now)).forEach(visit -> end(visit, rule, now));
        crowds.endDue(rule, visits, now);
    }

    /** Ends what is nowhere in view at a source that has ended. */
    void ofSource(AlertRule rule, String source, Instant now) {
        visits.where(visit -> isAt(visit, source) && !visit.isInView()).forEach(visit -> end(visit, rule, now));
        crowds.end(source, Instant.MAX.minus(STALE), rule, visits, now);
    }

    private void end(Visit visit, AlertRule rule, Instant now) {
        alerts.close(visit, AlertReason.ENDED, rule, now);
        visits.remove(visit);
    }

    private static boolean isDue(Visit visit, AlertRule rule, Instant now) {
        var seen = visit.seen();
        var wait = visit.isInView() ? STALE.plus(hold(rule)) : hold(rule);
        return !LookTimes.reached(seen.last(), seen.judgedAt(), seen.isFilm(), now)
                .isBefore(seen.last().plus(wait));
    }

    private static Duration hold(AlertRule rule) {
        return Duration.ofSeconds(rule.limits().holdSeconds());
    }

    private static boolean isAt(Visit visit, String source) {
        return visit.scope().equals(AlertScope.ofSource(source));
    }

    /** Whether no look elsewhere is of the visit. */
    private static boolean isOnlyAt(Visit visit, String source) {
        return isAt(visit, source)
                || (!visit.isOfKnown() && visit.seen().source().equals(source));
    }
}
