package io.faceline.alerts.judging;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.rule.RuleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The judge of a rule with its memory. A judge that fails is replaced by another, which goes on from what was known before.
 * Confined to the task thread.
 */
final class Judging {
    private final RuleId rule;
    private final RuleMemory memory;
    private final JudgeFactory factory;
    private final Runnable onDeletion;
    private @Nullable RuleJudge judge;

    /** Rules may have changed while nobody judged. */
    private boolean isBookDue = true;

    /** @param onDeletion called when something was deleted from the memory */
    Judging(RuleId rule, RuleMemory memory, JudgeFactory factory, Runnable onDeletion) {
        this.rule = rule;
        this.memory = memory;
        this.factory = factory;
        this.onDeletion = onDeletion;
    }

    RuleId rule() {
        return rule;
    }

    void bookChanged() {
        isBookDue = true;
    }

    /**
     * What the judge says, after it has read the book.
     *
     * @throws JudgeFailure when the judge fails; then it has said and kept nothing
     */
    List<Alert> ask(RuleBook book, Instant now, Function<RuleJudge, List<Alert>> question) {
        var said = new ArrayList<Alert>();
        try {
            var asked = judge;
            if (asked == null) {
                asked = factory.of(rule, book, memory);
            }
            if (isBookDue) {
                said.addAll(asked.onBook(book, now));
            }
            said.addAll(question.apply(asked));
            judge = asked;
        } catch (RuntimeException e) {
            memory.rollback();
            judge = null;
            isBookDue = true;
            throw new JudgeFailure(rule, e);
        }
        isBookDue = false;
        store();
        return said;
    }

    private void store() {
        if (memory.commit()) {
            onDeletion.run();
        }
    }

    /** Forgets a rule that is gone and of which nothing is kept. */
    boolean isForgotten(RuleBook book) {
        var asked = judge;
        if (book.rule(rule).isPresent() || asked == null || !asked.isEmpty()) {
            return false;
        }
        memory.clear();
        store();
        return true;
    }
}
