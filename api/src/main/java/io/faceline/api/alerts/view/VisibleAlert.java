package io.faceline.api.alerts.view;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.identity.PersonId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes people out of alerts. */
final class VisibleAlert {
    private VisibleAlert() {}

    /** Whom the alert is about: its subject, or whom its face is or may be. */
    static Optional<PersonId> person(Alert alert) {
        return alert.subject().person().or(() -> Optional.ofNullable(alert.identity())
                .map(AlertIdentity::person));
    }

    /**
     * Without people who are hidden.
     *
     * @param isHidden whom the asker must not see although it is decided that it is they
     * @param isCandidateHidden whom the asker must not see if a face is only like theirs
     */
    static Alert of(Alert alert, Predicate<PersonId> isHidden, Predicate<PersonId> isCandidateHidden) {
        var subject = alert.subject().person().filter(isHidden).isPresent() ? AlertSubject.ERASED : alert.subject();
        var identity = identity(alert.identity(), isHidden, isCandidateHidden);
        var was = Optional.ofNullable(alert.was()).filter(isHidden.negate()).orElse(null);
        var isSame = subject.equals(alert.subject())
                && Objects.equals(identity, alert.identity())
                && Objects.equals(was, alert.was());
        return isSame ? alert : copy(alert, subject, identity, was);
    }

    private static @Nullable AlertIdentity identity(
            @Nullable AlertIdentity identity, Predicate<PersonId> isHidden, Predicate<PersonId> isCandidateHidden) {
        if (identity == null || identity.person() == null) {
            return identity;
        }
        var isGone =
                switch (identity.decision()) {
                    case MATCH -> isHidden.test(identity.person());
                    default -> isCandidateHidden.test(identity.person());
                };
        return isGone ? identity.unknown() : identity;
    }

    private static Alert copy(
            Alert alert, AlertSubject subject, @Nullable AlertIdentity identity, @Nullable PersonId was) {
        return new Alert(
                alert.id(),
                alert.revision(),
                alert.state(),
                alert.reason(),
                alert.changes(),
                alert.notifies(),
                alert.priority(),
                alert.rule(),
                alert.ruleRevision(),
                alert.kind(),
                subject,
                alert.scope(),
                alert.source(),
                alert.tracks(),
                alert.firstSeen(),
                alert.lastSeen(),
                alert.zone(),
                alert.secondsInView(),
                identity,
                alert.shot(),
                alert.count(),
                alert.level(),
                alert.acknowledged(),
                alert.muted(),
                alert.late(),
                alert.ageMillis(),
                alert.replaces(),
                was,
                alert.openedAt(),
                alert.writtenAt());
    }
}
