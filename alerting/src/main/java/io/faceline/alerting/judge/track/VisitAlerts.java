package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.AlertDraft;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.track.TrackIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens, revises and closes the alerts of visits. Not thread-safe. */
final class VisitAlerts {
    private static final Duration BETWEEN_SHOTS = Duration.ofSeconds(5);

    private final AlertLedger ledger;
    private final Visits visits;
    private final Silences silences;
    private final Crowds crowds;

    VisitAlerts(AlertLedger ledger, Visits visits, Silences silences, Crowds crowds) {
        this.ledger = ledger;
        this.visits = visits;
        this.silences = silences;
        this.crowds = crowds;
    }

    /**
     * Says that the rule holds: with an alert, or with a count of one before.
     *
     * @param condition revision of the rule since which its condition is the same
     */
    Visit say(Visit visit, AlertRule rule, long condition, Instant now) {
        var id = AlertId.of(rule.id(), visit.subject(), visit.scope(), visit.opening());
        var before = ledger.find(id);
        if (before.isPresent()) {
            return again(visit, before.get(), rule, condition, now);
        }
        var counted = silences.countedOn(visit, rule, condition).or(() -> beside(visit));
        if (counted.isPresent()) {
            if (visit.stage() == VisitStage.WAITING) {
                silences.count(visit, now);
            }
            return visit.in(VisitStage.COUNTED, counted.get());
        }
        if (!visit.isOfKnown() && crowds.isFull(visit, rule)) {
            return visit.in(VisitStage.CROWD, crowds.join(visit, now));
        }
        return open(visit, id, rule, condition, now);
    }

    /** The open alert of a person who is in view elsewhere, as far as is read: a backlog has its sources in any order. */
    private Optional<AlertId> beside(Visit visit) {
        return !visit.isOfKnown()
                ? Optional.empty()
                : visits.of(visit.subject(), visit.scope()).stream()
                        .filter(other -> other.stage() == VisitStage.OPEN && other.isInView())
                        .flatMap(other -> Optional.ofNullable(other.alert()).stream())
                        .findFirst();
    }

    private Visit open(Visit visit, AlertId id, AlertRule rule, long condition, Instant now) {
        if (!visit.isOfKnown()) {
            crowds.opened(visit);
        }
        var seen = visit.seen();
        var draft = ledger.opening(
                Findings.kind(visit.subject()), visit.subject(), visit.scope(), visit.opening(), seen.first(), now);
        var replaces = Objects.equals(visit.replaces(), id) ? null : visit.replaces();
        ledger.open(
                carrying(draft, visit)
                        .shot(visit.face().shot())
                        .level(Findings.level(rule, seen.seconds()))
                        .replaces(replaces),
                now);
        var opened = visit.in(VisitStage.OPEN, id);
        silences.note(opened, id, rule, condition);
        return opened;
    }

    private Visit again(Visit visit, Alert before, AlertRule rule, long condition, Instant now) {
        if (before.reason() != AlertReason.CORRECTED) {
            // What is closed stays so.
            return visit.in(ledger.isOpen(before.id()) ? VisitStage.OPEN : VisitStage.SPENT, before.id());
        }
        var draft = carrying(ledger.draft(before.id()).orElseThrow(), visit).was(null);
        ledger.reopen(draft, silences.tellsReopening(visit, rule), now);
        var opened = visit.in(VisitStage.OPEN, before.id());
        silences.note(opened, before.id(), rule, condition);
        return opened;
    }

    private static AlertDraft carrying(AlertDraft draft, Visit visit) {
        var seen = visit.seen();
        visit.tracks().forEach(draft::track);
        return draft.at(seen.source(), seen.session(), seen.isFilm())
                .seen(seen.first(), seen.last(), seen.seconds())
                .withoutTracks(track -> !visit.tracks().contains(track))
                .identity(visit.face().identity());
    }

    /** Writes what is new of an open alert, and ends one that was open for too long. */
    Visit revise(Visit visit, AlertRule rule, Instant now) {
        var alert = open(visit);
        if (alert == null) {
            return visit.in(VisitStage.SPENT, visit.alert());
        }
        var changes = new ArrayList<>(news(visit, alert, rule));
        var draft = carrying(ledger.draft(alert.id()).orElseThrow(), visit)
                .level(Math.max(alert.level(), Findings.level(rule, visit.seen().seconds())))
                .was(was(alert, changes));
        var next = visit;
        if (isBetterShot(visit, alert)) {
            changes.add(AlertNews.BETTER_SHOT);
            draft.shot(visit.face().shot());
            next = visit.with(shotTold(visit), visit.isSure());
        }
        var longest = Duration.ofSeconds(rule.limits().longestSeconds());
        if (!visit.seen().last().isBefore(alert.firstSeen().plus(longest))) {
            silences.note(visit, alert.id(), rule, 0);
            ledger.close(draft, AlertReason.TOO_LONG, now, changes.toArray(AlertNews[]::new));
            return next.in(VisitStage.SPENT, alert.id());
        }
        if (!changes.isEmpty()) {
            ledger.revise(draft, now, changes);
        }
        return next;
    }

    private static Visit.Face shotTold(Visit visit) {
        var face = visit.face();
        return new Visit.Face(
                face.identity(),
                face.identityTrack(),
                face.shot(),
                face.shotTrack(),
                visit.seen().last());
    }

    private static boolean isBetterShot(Visit visit, Alert alert) {
        var isDue = !visit.seen().last().isBefore(visit.face().shotAt().plus(BETWEEN_SHOTS));
        return isDue && isOtherShot(visit, alert);
    }

    private static boolean isOtherShot(Visit visit, Alert alert) {
        return alert.shot() == null
                || !alert.shot().frame().equals(visit.face().shot().frame());
    }

    private static List<AlertNews> news(Visit visit, Alert alert, AlertRule rule) {
        var changes = new ArrayList<AlertNews>();
        var before = named(alert.identity());
        var now = named(visit.face().identity());
        if (before == null && now != null) {
            changes.add(AlertNews.NAME_SURER);
        } else if (before != null && !before.equals(now)) {
            changes.add(AlertNews.NAME_CORRECTED);
        }
        if (!alert.tracks().containsAll(visit.tracks())) {
            changes.add(AlertNews.TRACK_JOINED);
        }
        if (Findings.level(rule, visit.seen().seconds()) > alert.level()) {
            changes.add(AlertNews.LEVEL);
        }
        return changes;
    }

    private static @Nullable PersonId was(Alert alert, List<AlertNews> changes) {
        return changes.contains(AlertNews.NAME_CORRECTED) ? named(alert.identity()) : alert.was();
    }

    private static @Nullable PersonId named(@Nullable AlertIdentity identity) {
        return identity != null && identity.decision() == Decision.MATCH ? identity.person() : null;
    }

    /**
     * Says that it was somebody else, if anything was said. What was said of the name stays, with the reference that the face
     * resembled.
     */
    boolean correct(Visit visit, TrackIdentity now, Instant when) {
        var alert = open(visit);
        if (alert == null) {
            return false;
        }
        var was = visit.subject().person().orElse(named(alert.identity()));
        var draft = ledger.draft(alert.id()).orElseThrow().was(was);
        if (was == null || alert.identity() == null) {
            draft.identity(AlertIdentity.of(now));
        }
        silences.takeBack(alert);
        ledger.close(draft, AlertReason.CORRECTED, when, AlertNews.NAME_CORRECTED);
        return true;
    }

    /** Ends what is open of a visit. */
    void close(Visit visit, AlertReason reason, @Nullable AlertRule rule, Instant now) {
        var alert = open(visit);
        if (alert == null) {
            return;
        }
        var draft = carrying(ledger.draft(alert.id()).orElseThrow(), visit);
        if (rule != null) {
            silences.note(visit, alert.id(), rule, 0);
        }
        if (isOtherShot(visit, alert)) {
            ledger.close(draft.shot(visit.face().shot()), reason, now, AlertNews.BETTER_SHOT);
        } else {
            ledger.close(draft, reason, now);
        }
    }

    private @Nullable Alert open(Visit visit) {
        var id = visit.alert();
        return visit.stage() == VisitStage.OPEN && id != null && ledger.isOpen(id)
                ? ledger.find(id).orElse(null)
                : null;
    }
}
