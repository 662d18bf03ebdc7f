package io.faceline.alerting.judge.special;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleSubject;
import java.time.Duration;

/** Makes the judges of rules that are not about one face. */
public final class SpecialJudges {
    private SpecialJudges() {}

    /** Whether there is a judge here for a rule about this. */
    public static boolean judge(RuleSubject who) {
        return who instanceof RuleSubject.Absent
                || who instanceof RuleSubject.CameraDown
                || who instanceof RuleSubject.Together;
    }

    /**
     * @param kept for how long alerts are kept, and are known not to be opened again
     * @throws IllegalArgumentException if the book has no such rule, or one about something else
     */
    public static RuleJudge of(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        var who = book.rule(rule)
                .map(AlertRule::who)
                .orElseThrow(() -> new IllegalArgumentException("no rule " + rule + " in the book"));
        if (who instanceof RuleSubject.Absent) {
            return new AbsentJudge(rule, book, memory, kept);
        }
        if (who instanceof RuleSubject.CameraDown) {
            return new CameraDownJudge(rule, book, memory, kept);
        }
        if (who instanceof RuleSubject.Together) {
            return new TogetherJudge(rule, book, memory, kept);
        }
        throw new IllegalArgumentException("no judge here for the rule " + rule + " about " + who);
    }
}
