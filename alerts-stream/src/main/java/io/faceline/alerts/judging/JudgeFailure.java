package io.faceline.alerts.judging;

import io.faceline.contracts.rule.RuleId;

/** A judge failed: a bug of this program with what the rule says or the judge knows. */
final class JudgeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JudgeFailure(RuleId rule, RuntimeException cause) {
        super("the judge of the rule " + rule + " failed: " + cause, cause);
    }
}
