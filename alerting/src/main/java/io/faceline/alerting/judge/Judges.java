package io.faceline.alerting.judge;

import io.faceline.alerting.book.RuleBook;
import io.faceline.contracts.rule.RuleId;
import java.time.Duration;

/** Makes the judge of a rule. */
public final class Judges {
    /**
     * @param kept for how long alerts are kept, and are known not to be opened again
     */
    @SuppressWarnings({"DoNotCallSuggester", "unused"}) // Written next.
    public static RuleJudge of(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        throw new UnsupportedOperationException("not written yet: " + rule);
    }

    private Judges() {}
}
