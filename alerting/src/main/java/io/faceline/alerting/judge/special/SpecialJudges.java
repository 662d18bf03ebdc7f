package io.faceline.alerting.judge.special;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.AlertLedger;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerting.judge.special.absent.AbsentJudge;
import io.faceline.alerting.judge.special.down.CameraDownJudge;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.alerting.judge.special.together.TogetherJudge;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleSubject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the judges of rules that are not about one face. */
public final class SpecialJudges {
    private SpecialJudges() {}

    /**
     * Forgets what other judges know, but for alerts: of a rule that is about something else now. A judge of this package knows
     * what has its own prefix; others know the rest.
     */
    public static void forgetOthers(Optional<RuleSubject> who, JudgeMemory memory) {
        var own = who.map(SpecialJudges::kind).orElse("");
        List.copyOf(memory.keys()).stream()
                .filter(key -> !AlertLedger.isAlert(key))
                .filter(key -> own.isEmpty() ? isSpecial(key) : !key.startsWith(own))
                .forEach(memory::remove);
    }

    private static boolean isSpecial(String key) {
        return key.startsWith(Records.ABSENT) || key.startsWith(Records.DOWN) || key.startsWith(Records.TOGETHER);
    }

    /** Whether a rule about this has its judge here. */
    public static boolean areFor(RuleSubject who) {
        return !kind(who).isEmpty();
    }

    private static String kind(RuleSubject who) {
        if (who instanceof RuleSubject.Absent) {
            return Records.ABSENT;
        }
        if (who instanceof RuleSubject.CameraDown) {
            return Records.DOWN;
        }
        return who instanceof RuleSubject.Together ? Records.TOGETHER : "";
    }

    /**
     * @param kept for how long alerts are kept, and are known not to be opened again
     * @throws IllegalArgumentException if the book has no such rule, or one about something else
     */
    public static RuleJudge of(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        var who = book.rule(rule)
                .map(AlertRule::who)
                .orElseThrow(() -> new IllegalArgumentException("no rule " + rule + " in the book"));
        return switch (kind(who)) {
            case Records.ABSENT -> new AbsentJudge(rule, book, memory, kept);
            case Records.DOWN -> new CameraDownJudge(rule, book, memory, kept);
            case Records.TOGETHER -> new TogetherJudge(rule, book, memory, kept);
            default -> throw new IllegalArgumentException("no judge here for the rule " + rule + " about " + who);
        };
    }
}
