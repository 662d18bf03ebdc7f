package io.faceline.alerting.judge.special.absent;

import io.faceline.alerting.judge.AlertDraft;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.alerting.judge.special.shared.Sureness;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who did not come, and may come later. Not thread-safe. */
final class Awaited {
    private final AlertLedger ledger;
    private final Records<Missing> missing;

    Awaited(JudgeMemory memory, AlertLedger ledger) {
        this.ledger = ledger;
        missing = new Records<>(memory, Records.ABSENT + "missing", Missing.class);
    }

    /** Opens an alert, once a date. */
    void open(AlertKind kind, AlertScope scope, AlertSubject subject, Deadline deadline, Instant until, Instant now) {
        var draft = ledger.opening(kind, subject, scope, deadline.date().toString(), deadline.by(), now);
        if (ledger.find(draft.id()).isEmpty()) {
            ledger.open(draft.seen(deadline.from(), deadline.by(), 0), now);
            missing.put(
                    draft.id().value(),
                    new Missing(draft.id(), scope, subject, deadline.from(), deadline.by(), until, null, List.of()));
        }
    }

    /** Who was missing has come, or was there all the same. */
    void arrived(AlertScope scope, AlertSubject subject, TrackUpdate track, Instant now) {
        missing.all().stream()
                .filter(one -> one.scope().equals(scope) && one.subject().equals(subject))
                .filter(one -> one.isShownBy(track))
                .forEach(one -> arrived(one, track, now));
    }

    private void arrived(Missing one, TrackUpdate track, Instant now) {
        var first = track.first().capturedAt();
        var last = track.last().capturedAt();
        openDraft(one)
                .ifPresent(draft -> ledger.close(
                        draft.at(track.source(), track.session(), false)
                                .track(track.id())
                                .seen(first, last, Sureness.seconds(first, last))
                                .identity(AlertIdentity.of(track.identity()))
                                .shot(track.shot()),
                        AlertReason.ARRIVED,
                        now,
                        AlertNews.ARRIVED));
        missing.put(one.alert().value(), one.arrivedBy(track));
    }

    /** The track was not of this person: who came by it is missing still. */
    void takeBack(PersonId person, TrackUpdate track, Instant now) {
        missing.all().stream()
                .filter(one -> one.subject().equals(AlertSubject.of(person)) && one.isTakenBackBy(track))
                .forEach(one -> takeBack(one, new Missing.Other(track.id(), track.revision()), now));
    }

    /** As {@link #takeBack}, for all records of the track: somebody says so by hand. */
    void deny(AlertId alert, PersonId person, Instant now) {
        missing.find(alert.value())
                .filter(one -> one.subject().equals(AlertSubject.of(person)))
                .ifPresent(one -> Optional.ofNullable(one.arrivedBy())
                        .ifPresent(track -> takeBack(one, new Missing.Other(track, Missing.Other.SAID), now)));
    }

    /** Takes back what was said by hand: the next look counts. */
    void allow(AlertId alert) {
        missing.find(alert.value()).ifPresent(one -> missing.put(alert.value(), one.unsaid()));
    }

    private void takeBack(Missing one, Missing.Other track, Instant now) {
        ledger.find(one.alert())
                .filter(alert -> alert.reason() == AlertReason.ARRIVED)
                .flatMap(alert -> ledger.draft(alert.id()))
                .ifPresent(draft -> ledger.reopen(
                        draft.seen(one.from(), one.by(), 0).identity(null).shot(null), true, now));
        missing.put(one.alert().value(), one.without(track));
    }

    private Optional<AlertDraft> openDraft(Missing one) {
        return ledger.draft(one.alert()).filter(draft -> ledger.isOpen(one.alert()));
    }

    void endBefore(Instant now) {
        closeIf(one -> !one.until().isAfter(now), AlertReason.ENDED, now);
    }

    void closeIf(Predicate<Missing> over, AlertReason reason, Instant now) {
        missing.all().stream().filter(over).forEach(one -> {
            openDraft(one).ifPresent(draft -> ledger.close(draft, reason, now));
            missing.remove(one.alert().value());
        });
    }

    boolean has(AlertId alert) {
        return missing.find(alert.value()).isPresent();
    }

    boolean isEmpty() {
        return missing.isEmpty();
    }
}
