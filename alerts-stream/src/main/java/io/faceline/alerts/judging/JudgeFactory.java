package io.faceline.alerts.judging;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.rule.RuleId;

/** Makes the judge of a rule, which goes on from its memory. Thread-safe. */
@FunctionalInterface
public interface JudgeFactory {
    RuleJudge of(RuleId rule, RuleBook book, JudgeMemory memory);
}
