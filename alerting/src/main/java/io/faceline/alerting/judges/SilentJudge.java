package io.faceline.alerting.judges;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Opens nothing: for kinds of rules that this version does not know. What was open is closed. Not thread-safe. */
final class SilentJudge implements RuleJudge {
    private final AlertLedger ledger;

    SilentJudge(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        ledger = new AlertLedger(rule, book, memory, kept);
    }

    @Override
    public List<Alert> onTrack(TrackUpdate track, Instant now) {
        return closed(now);
    }

    @Override
    public List<Alert> onCamera(Observation.OfCamera camera, Instant now) {
        return closed(now);
    }

    @Override
    public List<Alert> onChange(AlertChange change, Instant now) {
        ledger.onChange(change, now);
        return closed(now);
    }

    @Override
    public List<Alert> onTime(Instant now, boolean isCaughtUp) {
        if (isCaughtUp) {
            ledger.onTime(now);
        }
        return closed(now);
    }

    @Override
    public List<Alert> onBook(RuleBook book, Instant now) {
        ledger.onBook(book, now);
        return closed(now);
    }

    @Override
    public boolean isEmpty() {
        return ledger.isEmpty();
    }

    private List<Alert> closed(Instant now) {
        ledger.open()
                .forEach(alert -> ledger.close(ledger.draft(alert.id()).orElseThrow(), AlertReason.RULE_CHANGED, now));
        return ledger.taken();
    }
}
