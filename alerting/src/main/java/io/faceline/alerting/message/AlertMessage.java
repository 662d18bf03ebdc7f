package io.faceline.alerting.message;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.Acknowledgement;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert, as a receiver is told of it. In each attempt it is the same but for the picture's link.
 *
 * @param id of the message
 * @param revision of the alert
 * @param changes what is new in this revision
 * @param missed what is new since the revision that the receiver was told before, without {@code changes}
 * @param subject such as {@code person:ada}, with the person's name if the receiver gets names
 * @param was whom it was thought to be before it was corrected
 * @param observedAt the last look
 * @param localTime the same in the zone of the rule; absent if this Java does not know the zone
 * @param expiresAt after which it must not lead to anything
 * @param ageMs milliseconds from the last look to the writing of this revision
 * @param late whether that was too long to be news
 * @param model that computed the similarity
 * @param picture link that expires; absent unless the receiver gets pictures
 * @param count visits that were not told, or people of a crowd
 */
public record AlertMessage(
        MessageType type,
        String id,
        AlertId alertId,
        long revision,
        AlertState state,
        @OmittedIfAbsent @Nullable AlertReason reason,
        List<AlertNews> changes,
        List<AlertNews> missed,
        RulePriority priority,
        Named rule,
        AlertKind kind,
        Named subject,
        @OmittedIfAbsent @Nullable Named was,
        String scope,
        @OmittedIfAbsent @Nullable String source,
        Instant firstSeen,
        Instant observedAt,
        String zone,
        @OmittedIfAbsent @Nullable OffsetDateTime localTime,
        Instant expiresAt,
        Instant openedAt,
        Instant writtenAt,
        long ageMs,
        boolean late,
        double secondsInView,
        @OmittedIfAbsent @Nullable Decision decision,
        @OmittedIfAbsent @Nullable Double similarity,
        @OmittedIfAbsent @Nullable Double threshold,
        @OmittedIfAbsent @Nullable String model,
        long count,
        int level,
        @OmittedIfAbsent @Nullable Acknowledgement acknowledged,
        boolean muted,
        @OmittedIfAbsent @Nullable AlertId replaces,
        @OmittedIfAbsent @Nullable String picture)
        implements Message {
    public AlertMessage {
        changes = List.copyOf(changes);
        missed = List.copyOf(missed);
    }
}
