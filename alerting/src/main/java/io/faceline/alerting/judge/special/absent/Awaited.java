package io.faceline.alerting.judge.special.absent;

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
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.function.Predicate;

/** Who did not come, and may come later. Not thread-safe. */
final class Awaited {
    private final AlertLedger ledger;
    private final Records<Missing> missing;

    /**
     * @param from since when a look counts
     * @param until when the alert is over, whether somebody came or not
     */
    record Missing(AlertId alert, AlertScope scope, AlertSubject subject, Instant from, Instant until) {}

    Awaited(JudgeMemory memory, AlertLedger ledger) {
        this.ledger = ledger;
        missing = new Records<>(memory, Records.ABSENT + "missing", Missing.class);
    }

    /** Opens an alert, once a date. */
    void open(AlertKind kind, AlertScope scope, AlertSubject subject, Deadline deadline, Instant until, Instant now) {
        var draft = ledger.opening(kind, subject, scope, deadline.date().toString(), deadline.by(), now);
        if (ledger.find(draft.id()).isEmpty()) {
            ledger.open(draft.seen(deadline.from(), deadline.by(), 0), now);
            missing.put(draft.id().value(), new Missing(draft.id(), scope, subject, deadline.from(), until));
        }
    }

    /** Who was missing has come, or was there all the same. */
    void arrived(AlertScope scope, AlertSubject subject, TrackUpdate track, Instant now) {
        var first = track.first().capturedAt();
        var last = track.last().capturedAt();
        missing.all().stream()
                .filter(one -> one.scope().equals(scope) && one.subject().equals(subject))
                .filter(one -> !last.isBefore(one.from()) && first.isBefore(one.until()))
                .forEach(one -> {
                    ledger.draft(one.alert())
                            .filter(draft -> ledger.isOpen(one.alert()))
                            .ifPresent(draft -> ledger.close(
                                    draft.at(track.source(), track.session(), false)
                                            .track(track.id())
                                            .seen(first, last, Sureness.seconds(first, last))
                                            .identity(AlertIdentity.of(track.identity()))
                                            .shot(track.shot()),
                                    AlertReason.ARRIVED,
                                    now,
                                    AlertNews.ARRIVED));
                    missing.remove(one.alert().value());
                });
    }

    void endBefore(Instant now) {
        closeIf(one -> !one.until().isAfter(now), AlertReason.ENDED, now);
    }

    void closeIf(Predicate<Missing> over, AlertReason reason, Instant now) {
        missing.all().stream().filter(over).forEach(one -> {
            ledger.draft(one.alert())
                    .filter(draft -> ledger.isOpen(one.alert()))
                    .ifPresent(draft -> ledger.close(draft, reason, now));
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
