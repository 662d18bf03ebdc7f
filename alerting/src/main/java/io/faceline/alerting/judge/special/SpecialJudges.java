package io.faceline.alerting.judge.special;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleSubject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the judges of rules that are not about one face. */
public final class SpecialJudges {
    /** With what the names of the records of each judge begin. */
    static final String ABSENT = "absent|";

    static final String DOWN = "down|";
    static final String TOGETHER = "together|";

    private SpecialJudges() {}

    /**
     * Forgets what judges of this package know, but for alerts: of a rule that is about something else now, or about
     * something else of these.
     */
    public static void forgetOthers(Optional<RuleSubject> who, JudgeMemory memory) {
        var own = who.map(SpecialJudges::kind).orElse("");
        List.copyOf(memory.keys()).stream()
                .filter(key -> key.startsWith(ABSENT) || key.startsWith(DOWN) || key.startsWith(TOGETHER))
                .filter(key -> own.isEmpty() || !key.startsWith(own))
                .forEach(memory::remove);
    }

    private static String kind(RuleSubject who) {
        if (who instanceof RuleSubject.Absent) {
            return ABSENT;
        }
        if (who instanceof RuleSubject.CameraDown) {
            return DOWN;
        }
        return who instanceof RuleSubject.Together ? TOGETHER : "";
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
            case ABSENT -> new AbsentJudge(rule, book, memory, kept);
            case DOWN -> new CameraDownJudge(rule, book, memory, kept);
            case TOGETHER -> new TogetherJudge(rule, book, memory, kept);
            default -> throw new IllegalArgumentException("no judge here for the rule " + rule + " about " + who);
        };
    }
}
