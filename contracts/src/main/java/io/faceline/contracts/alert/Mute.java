package io.faceline.contracts.alert;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is not told for a while: topic {@code mutes}, JSON, compacted. Key: the id. A tombstone ends it. All that is set must
 * hold of an alert.
 *
 * @param subject such as {@code person:ada}
 * @param alert this alert alone, until it ends
 * @param until at most seven days after it began
 * @param by who muted, in words
 */
public record Mute(
        String id,
        @OmittedIfAbsent @Nullable RuleId rule,
        @OmittedIfAbsent @Nullable AlertSubject subject,
        @OmittedIfAbsent @Nullable String source,
        @OmittedIfAbsent @Nullable GroupId group,
        @OmittedIfAbsent @Nullable AlertId alert,
        Instant from,
        Instant until,
        String by) {
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final int MAX_BY = 100;

    public Mute {
        Checks.id("mute id", id);
        Checks.line("by", by, MAX_BY);
        Checks.require(
                rule != null || subject != null || source != null || group != null || alert != null,
                "a mute names a rule, a subject, a source, a group or an alert");
        Checks.require(
                until.isAfter(from) && !until.isAfter(from.plus(LONGEST)),
                "a mute ends within seven days after it began");
    }
}
