package io.faceline.alerting.judge.track;

import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Adds a track to the visit that it goes on with, or begins one with it. Not thread-safe. */
final class VisitJoining {
    /** A track of somebody unknown goes on with the next one, if that begins so soon. */
    private static final Duration BLINK = Duration.ofSeconds(5);

    private final Visits visits;
    private final LookTimes times;

    VisitJoining(Visits visits, LookTimes times) {
        this.visits = visits;
        this.times = times;
    }

    /** @param note of the track */
    void add(AlertRule rule, AlertSubject subject, AlertScope scope, TrackUpdate track, TrackNote note, Instant now) {
        var first = times.of(track, track.first());
        var look = times.of(track, track.last());
        var joined = subject.person().isPresent()
                ? nearest(subject, scope, look, rule)
                : blinking(subject, scope, track.source(), first);
        visits.keep(joined.map(visit -> visit.joinedBy(track.id()))
                .orElseGet(() -> begun(subject, scope, track, first, note, now)));
    }

    private Optional<Visit> nearest(AlertSubject subject, AlertScope scope, Instant look, AlertRule rule) {
        return visits.of(subject, scope).stream()
                .filter(visit ->
                        visit.reaches(look, Duration.ofSeconds(rule.limits().holdSeconds())))
                .max(Comparator.comparing(visit -> visit.seen().last()));
    }

    /** The visit of an unknown person alone, whose track was interrupted a moment ago. */
    private Optional<Visit> blinking(AlertSubject subject, AlertScope scope, String source, Instant first) {
        var here = visits.of(subject, scope).stream()
                .filter(visit -> visit.seen().source().equals(source))
                .toList();
        if (here.stream().anyMatch(Visit::isInView)) {
            return Optional.empty();
        }
        return here.stream()
                .filter(visit -> !first.isBefore(visit.seen().last())
                        && !first.isAfter(visit.seen().last().plus(BLINK)))
                .max(Comparator.comparing(visit -> visit.seen().last()));
    }

    private static Visit begun(
            AlertSubject subject, AlertScope scope, TrackUpdate track, Instant first, TrackNote note, Instant now) {
        return new Visit(
                subject,
                scope,
                track.id(),
                VisitStage.WAITING,
                null,
                List.of(track.id()),
                List.of(track.id()),
                0,
                new Visit.Seen(track.source(), track.session(), LookTimes.isFilm(track), first, first, 0, now),
                Faces.first(track, first),
                false,
                note.lastCorrected().orElse(null));
    }
}
