package io.faceline.api.alerts.attendance;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.SourceRole;
import java.time.Instant;

/**
 * That somebody was seen at a source.
 *
 * @param role what that means
 * @param isSure whether a face was decided to be this person
 * @param isCorrected whether it was thought to be somebody else at first
 */
record Reading(PersonId person, Instant at, String source, SourceRole role, boolean isSure, boolean isCorrected) {
    boolean mayBeIn() {
        return role != SourceRole.OUT;
    }

    boolean mayBeOut() {
        return role != SourceRole.IN;
    }

    /** Whether it says one thing alone. */
    boolean isClear() {
        return role == SourceRole.IN || role == SourceRole.OUT;
    }
}
