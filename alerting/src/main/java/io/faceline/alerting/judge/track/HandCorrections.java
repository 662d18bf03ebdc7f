package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.AlertLedger;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import java.time.Instant;
import java.util.List;

/** Does what somebody says of a name: that it is wrong, or right after all. Not thread-safe. */
final class HandCorrections {
    private final AlertLedger ledger;
    private final Visits visits;
    private final TrackNotes notes;
    private final Silences silences;

    HandCorrections(AlertLedger ledger, Visits visits, TrackNotes notes, Silences silences) {
        this.ledger = ledger;
        this.visits = visits;
        this.notes = notes;
        this.silences = silences;
    }

    void accept(AlertChange change, Instant now) {
        if (change instanceof AlertChange.Correct said) {
            ledger.find(said.alert()).ifPresent(alert -> correct(alert, said, now));
        } else if (change instanceof AlertChange.Restore said) {
            ledger.find(said.alert()).ifPresent(alert -> restore(alert, now));
        }
    }

    private void correct(Alert alert, AlertChange.Correct said, Instant now) {
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
    }

    private void restore(Alert alert, Instant now) {
        if (alert.state() != AlertState.CLOSED || alert.reason() != AlertReason.CORRECTED) {
            return;
        }
        alert.tracks().forEach(notes::allowAll);
        var goesOn = alert.tracks().stream()
                .anyMatch(track ->
                        notes.find(track).filter(note -> !note.isEnded()).isPresent());
        if (!goesOn) {
            // Who is in view is named again by the next look.
            ledger.close(
                    ledger.draft(alert.id()).orElseThrow().was(null), AlertReason.ENDED, now, AlertNews.NAME_CORRECTED);
        }
    }
}
