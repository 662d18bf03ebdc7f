package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.AlertLedger;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does what somebody says of a name: that it is wrong, and perhaps whose it is instead, or right after all. A track that goes on
 * gets its name by its looks, which are corrected elsewhere; one that has ended has none to come. Not thread-safe.
 */
final class HandCorrections {
    private final AlertLedger ledger;
    private final Visits visits;
    private final TrackNotes notes;
    private final Silences silences;
    private final VisitAlerts alerts;
    private final Replacements replacements;

    HandCorrections(
            AlertLedger ledger,
            Visits visits,
            TrackNotes notes,
            Silences silences,
            VisitAlerts alerts,
            Replacements replacements) {
        this.ledger = ledger;
        this.visits = visits;
        this.notes = notes;
        this.silences = silences;
        this.alerts = alerts;
        this.replacements = replacements;
    }

    /** @param judgement says that the rule holds of somebody else, if it does */
    void accept(AlertChange change, RuleChanges.Judgement judgement, Instant now) {
        if (change instanceof AlertChange.Correct said) {
            ledger.find(said.alert()).ifPresent(alert -> correct(alert, said, judgement, now));
        } else if (change instanceof AlertChange.Restore said) {
            ledger.find(said.alert()).ifPresent(alert -> restore(alert, now));
        }
    }

    private void correct(Alert alert, AlertChange.Correct said, RuleChanges.Judgement judgement, Instant now) {
        if (alert.identity() == null || alert.reason() == AlertReason.CORRECTED) {
            return;
        }
        var isAbout = alert.subject().person().filter(said.not()::equals).isPresent();
        if (!isAbout) {
            return;
        }
        var visit = visits.of(alert.id());
        visit.ifPresent(visits::remove);
        silences.takeBack(alert);
        visit.map(Visit::goOn).orElse(List.of()).forEach(track -> {
            notes.deny(track, said.not());
            notes.find(track).ifPresent(note -> notes.keep(track, note.corrected(alert.id())));
        });
        ledger.close(
                ledger.draft(alert.id()).orElseThrow().was(said.not()),
                AlertReason.CORRECTED,
                now,
                AlertNews.NAME_CORRECTED);
        var person = said.person();
        if (person != null && visit.map(Visit::goOn).orElse(List.of()).isEmpty()) {
            replace(alert, person, judgement, now);
        }
    }

    /** Says that the rule holds of the person who was in view instead, and has gone. */
    private void replace(Alert wrong, PersonId person, RuleChanges.Judgement judgement, Instant now) {
        var rule = ledger.rule().filter(ledger.book()::isUsable);
        if (rule.filter(usable -> Findings.isAbout(usable.who(), ledger.book(), person))
                .isEmpty()) {
            return;
        }
        gone(wrong, person, now)
                .map(visit -> judgement.of(visit, rule.get(), now))
                .ifPresent(visit -> {
                    if (visit.stage() == VisitStage.OPEN && visit.alert() != null) {
                        replacements.keep(wrong.id(), visit.alert(), now);
                        alerts.close(visit, AlertReason.ENDED, rule.get(), now);
                    }
                });
    }

    /** The visit of an alert, of somebody else; empty if it was at no source. */
    private Optional<Visit> gone(Alert wrong, PersonId person, Instant now) {
        var draft = ledger.draft(wrong.id()).orElseThrow();
        var identity = wrong.identity();
        var source = wrong.source();
        var shot = wrong.shot();
        if (identity == null
                || source == null
                || shot == null
                || draft.session().isEmpty()) {
            return Optional.empty();
        }
        var track = wrong.tracks().get(0);
        var seen = new Visit.Seen(
                source,
                draft.session().get(),
                draft.isFilm(),
                wrong.firstSeen(),
                wrong.lastSeen(),
                wrong.secondsInView(),
                now);
        return Optional.of(new Visit(
                AlertSubject.of(person),
                wrong.scope(),
                track,
                VisitStage.WAITING,
                null,
                wrong.tracks(),
                List.of(),
                wrong.tracks().size(),
                seen,
                new Visit.Face(identity.said(person), track, shot, track, wrong.lastSeen()),
                true,
                wrong.id()));
    }

    private void restore(Alert alert, Instant now) {
        if (alert.state() != AlertState.CLOSED || alert.reason() != AlertReason.CORRECTED) {
            return;
        }
        alert.tracks().forEach(notes::allowAll);
        replacements.take(alert.id()).flatMap(ledger::find).ifPresent(instead -> takeBack(instead, now));
        var goesOn = alert.tracks().stream()
                .anyMatch(track ->
                        notes.find(track).filter(note -> !note.isEnded()).isPresent());
        if (!goesOn) {
            // Who is in view is named again by the next look.
            ledger.close(
                    ledger.draft(alert.id()).orElseThrow().was(null), AlertReason.ENDED, now, AlertNews.NAME_CORRECTED);
        }
    }

    private void takeBack(Alert instead, Instant now) {
        silences.takeBack(instead);
        ledger.draft(instead.id())
                .filter(draft -> draft.subject().person().isPresent())
                .filter(draft -> instead.reason() != AlertReason.CORRECTED)
                .ifPresent(draft -> ledger.close(
                        draft.was(draft.subject().person().orElseThrow()),
                        AlertReason.CORRECTED,
                        now,
                        AlertNews.NAME_CORRECTED));
    }
}
