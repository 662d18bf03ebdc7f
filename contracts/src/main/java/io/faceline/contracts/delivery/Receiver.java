package io.faceline.contracts.delivery;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of alerts: topic {@code receivers}, JSON, compacted, written by api and, when a receiver has gone for good, by
 * alert-delivery. Key: the id. A tombstone deletes the receiver and what waits for it.
 *
 * @param disabledBecause why the system disabled it, in words
 * @param rules whose alerts it gets; those of all rules if there is none
 * @param priority the least it gets
 * @param ends whether it is told of every end; of an end that corrects or erases it always is
 * @param content what leaves the house
 * @param late what becomes of alerts that are no news any more
 * @param deliverWithinSeconds after which a message is given up and listed
 * @param lidPerHour messages about opened alerts an hour; more are one summary, but for those of high priority
 * @param batchSeconds for which messages are gathered from the first on; 0: each at once
 * @param template the body; absent: the usual one
 * @param since when it was created or enabled again; nothing older is sent
 */
public record Receiver(
        ReceiverId id,
        String name,
        boolean enabled,
        @OmittedIfAbsent @Nullable String disabledBecause,
        ReceiverTarget target,
        List<RuleId> rules,
        RulePriority priority,
        boolean ends,
        ReceiverContent content,
        LatePolicy late,
        int deliverWithinSeconds,
        int lidPerHour,
        int batchSeconds,
        @OmittedIfAbsent @Nullable MessageTemplate template,
        Instant since,
        Instant changedAt) {
    public static final int DEFAULT_DELIVER_WITHIN = 86_400;
    public static final int DEFAULT_LID = 120;

    private static final int MAX_NAME = 100;
    private static final int MAX_RULES = 1000;

    public Receiver {
        rules = List.copyOf(rules);
        Checks.line("a receiver's name", name, MAX_NAME);
        Checks.require(rules.size() <= MAX_RULES, "a receiver names at most " + MAX_RULES + " rules");
        Checks.between("deliverWithinSeconds", deliverWithinSeconds, 1, 604_800);
        Checks.between("lidPerHour", lidPerHour, 1, 100_000);
        Checks.between("batchSeconds", batchSeconds, 0, 3600);
    }
}
