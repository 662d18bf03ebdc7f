package io.faceline.alerting.judge.track;

import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.rule.AlertRule;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges what is open and what waits by a rule that changed. Not thread-safe. */
final class RuleChanges {
    private static final String KEY = "rule";

    private final JudgeMemory memory;
    private final AlertLedger ledger;
    private final Visits visits;
    private final Crowds crowds;
    private final VisitAlerts alerts;

    /**
     * The rule by which was judged.
     *
     * @param condition revision since which its condition is the same
     */
    record Judged(AlertRule rule, long condition) {}

    /** Says that the rule holds, if it does. */
    interface Judgement {
        Visit of(Visit visit, AlertRule rule, Instant now);
    }

    RuleChanges(JudgeMemory memory, AlertLedger ledger, Visits visits, Crowds crowds, VisitAlerts alerts) {
        this.memory = memory;
        this.ledger = ledger;
        this.visits = visits;
        this.crowds = crowds;
        this.alerts = alerts;
    }

    /** Revision of the rule since which its condition is the same. */
    long condition() {
        return judged().map(Judged::condition).orElse(0L);
    }

    /** Whether nothing was judged by the rule, as far as the memory knows. */
    boolean isFirst() {
        return judged().isEmpty();
    }

    private Optional<Judged> judged() {
        return memory.read(KEY, Judged.class);
    }

    void settle(Judgement judgement, Instant now) {
        var rule = ledger.rule().filter(ledger.book()::isUsable);
        if (rule.isEmpty()) {
            visits.all().forEach(visit -> drop(visit, null, now));
            crowds.endAll(AlertReason.RULE_CHANGED, now);
        } else {
            var isChanged = keep(rule.get());
            visits.all().forEach(visit -> settle(visit, rule.get(), isChanged, judgement, now));
            crowds.endOutside(ledger.book(), rule.get(), now);
        }
        closeOthers(now);
    }

    /** Whether the condition changed since the rule was kept last. */
    private boolean keep(AlertRule rule) {
        var before = judged();
        if (before.map(Judged::rule).filter(rule::equals).isPresent()) {
            return false;
        }
        var isChanged = before.filter(judged -> isSame(judged.rule(), rule)).isEmpty();
        memory.write(KEY, new Judged(rule, isChanged ? rule.revision() : condition()));
        return isChanged && before.isPresent();
    }

    private static boolean isSame(AlertRule one, AlertRule other) {
        return one.who().equals(other.who())
                && one.where().equals(other.where())
                && one.zone().equals(other.zone())
                && one.hours().equals(other.hours())
                && one.sure().equals(other.sure())
                && Objects.equals(one.quiet(), other.quiet());
    }

    private void settle(Visit visit, AlertRule rule, boolean isChanged, Judgement judgement, Instant now) {
        var holds = isStillAbout(visit, rule)
                && (!isChanged || visit.stage() != VisitStage.OPEN || isStillSure(visit, rule));
        if (!holds) {
            drop(visit, rule, now);
        } else if (isChanged && visit.stage() == VisitStage.WAITING && visit.isInView()) {
            var isSure = Findings.isSure(rule, visit.subject(), visit.face().identity());
            visits.keep(judgement.of(visit.with(visit.face(), isSure), rule, now));
        }
    }

    private boolean isStillAbout(Visit visit, AlertRule rule) {
        var seen = visit.seen();
        return Findings.isAbout(rule, ledger.book(), visit.subject())
                && ledger.book()
                        .scopes(rule.where(), seen.source(), seen.session())
                        .contains(visit.scope());
    }

    private static boolean isStillSure(Visit visit, AlertRule rule) {
        var identity = visit.face().identity();
        var isSure = visit.isOfKnown()
                ? Findings.isSure(rule, visit.subject(), identity)
                : identity.goodLooks() >= rule.sure().goodLooks();
        return isSure
                && Findings.isLongEnough(rule, visit)
                && rule.includes(visit.seen().last());
    }

    private void drop(Visit visit, @Nullable AlertRule rule, Instant now) {
        alerts.close(visit, AlertReason.RULE_CHANGED, rule, now);
        visits.remove(visit);
    }

    /** Closes alerts that the rule made when it was about something else. */
    private void closeOthers(Instant now) {
        var known = new HashSet<>(crowds.alerts());
        visits.where(visit -> visit.stage() == VisitStage.OPEN)
                .forEach(visit -> Optional.ofNullable(visit.alert()).ifPresent(known::add));
        ledger.open().stream()
                .filter(alert -> !known.contains(alert.id()))
                .forEach(alert -> ledger.close(ledger.draft(alert.id()).orElseThrow(), AlertReason.RULE_CHANGED, now));
    }
}
