package io.faceline.contracts.track;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the frames of a track say, if it was corrected by hand.
 *
 * @param at when it was corrected
 * @param similarity absent if unknown
 * @param reference that the most similar frame resembles; absent if unknown, or not told by the matcher
 */
public record CorrectedIdentity(
        Instant at,
        Decision decision,
        @Nullable PersonId person,
        int matches,
        @Nullable Double similarity,
        @OmittedIfAbsent @Nullable ReferenceId reference) {
    /** Of nobody, if it is of one of these people. */
    CorrectedIdentity without(Predicate<PersonId> people) {
        return person != null && people.test(person)
                ? new CorrectedIdentity(at, Decision.UNKNOWN, null, 0, null, null)
                : this;
    }
}
