package io.faceline.api.alertrules.trial;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it would be now, without pictures and names.
 *
 * @param person whom it is about, or may be
 * @param count visits that would not have been told, or people of a crowd
 */
public record TrialAlert(
        AlertId id,
        AlertKind kind,
        AlertSubject subject,
        AlertState state,
        @OmittedIfAbsent @Nullable AlertReason reason,
        @OmittedIfAbsent @Nullable String source,
        @OmittedIfAbsent @Nullable PersonId person,
        @OmittedIfAbsent @Nullable Double similarity,
        Instant firstSeen,
        Instant lastSeen,
        Instant openedAt,
        double secondsInView,
        long count,
        int level) {
    static TrialAlert of(Alert alert) {
        var identity = alert.identity();
        return new TrialAlert(
                alert.id(),
                alert.kind(),
                alert.subject(),
                alert.state(),
                alert.reason(),
                alert.source(),
                alert.subject().person().orElse(identity == null ? null : identity.person()),
                similarity(identity),
                alert.firstSeen(),
                alert.lastSeen(),
                alert.openedAt(),
                alert.secondsInView(),
                alert.count(),
                alert.level());
    }

    private static @Nullable Double similarity(@Nullable AlertIdentity identity) {
        return identity == null ? null : identity.similarity();
    }
}
