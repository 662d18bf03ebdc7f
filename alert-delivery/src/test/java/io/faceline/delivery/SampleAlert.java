package io.faceline.delivery;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Revisions of an alert about Ada. Immutable: each change makes another. */
public record SampleAlert(
        String opening,
        long revision,
        AlertState state,
        @Nullable AlertReason reason,
        List<AlertNews> changes,
        boolean notifies,
        RulePriority priority,
        boolean muted,
        boolean late,
        Instant openedAt,
        Instant seenAt,
        Instant writtenAt) {
    public static final RuleId RULE = new RuleId("back-door");

    private static final PersonId ADA = new PersonId("ada");

    /** Opened at this time by the track of this name. */
    public static SampleAlert opened(String opening, Instant at) {
        return new SampleAlert(
                opening,
                1,
                AlertState.OPEN,
                null,
                List.of(AlertNews.OPENED),
                true,
                RulePriority.NORMAL,
                false,
                false,
                at,
                at,
                at);
    }

    /** The next revision, at this time. */
    public SampleAlert next(boolean notifiesNow, Instant at, AlertNews... news) {
        return new SampleAlert(
                opening,
                revision + 1,
                AlertState.OPEN,
                null,
                List.of(news),
                notifiesNow,
                priority,
                muted,
                late,
                openedAt,
                at,
                at);
    }

    public SampleAlert closed(AlertReason why, Instant at) {
        return new SampleAlert(
                opening,
                revision + 1,
                AlertState.CLOSED,
                why,
                List.of(why == AlertReason.ERASED ? AlertNews.ERASED : AlertNews.CLOSED),
                true,
                priority,
                muted,
                late,
                openedAt,
                seenAt,
                at);
    }

    public SampleAlert of(RulePriority changed) {
        return new SampleAlert(
                opening, revision, state, reason, changes, notifies, changed, muted, late, openedAt, seenAt, writtenAt);
    }

    public SampleAlert mute() {
        return new SampleAlert(
                opening,
                revision + 1,
                state,
                reason,
                List.of(AlertNews.MUTED),
                false,
                priority,
                true,
                late,
                openedAt,
                seenAt,
                writtenAt);
    }

    public AlertId id() {
        return AlertId.of(RULE, AlertSubject.of(ADA), AlertScope.EVERYWHERE, opening);
    }

    public Alert alert() {
        var isErased = reason == AlertReason.ERASED;
        return new Alert(
                id(),
                revision,
                state,
                reason,
                changes,
                notifies,
                priority,
                RULE,
                1,
                AlertKind.APPEARED,
                isErased ? AlertSubject.ERASED : AlertSubject.of(ADA),
                AlertScope.EVERYWHERE,
                "back-door",
                List.of(),
                openedAt,
                seenAt,
                "Europe/Berlin",
                1,
                isErased ? null : new AlertIdentity(Decision.MATCH, ADA, 3, 3, 0.7, 0.465, "model", 42, null),
                null,
                0,
                0,
                null,
                muted,
                late,
                312,
                null,
                null,
                openedAt,
                writtenAt);
    }
}
