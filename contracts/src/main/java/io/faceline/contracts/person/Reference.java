package io.faceline.contracts.person;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One enrolled face of a person: topic {@code gallery}, and the enrollments of a session.
 *
 * @param rawLength Euclidean length of the embedder's output before it was scaled to unit length; absent in references of
 *     older versions
 */
public record Reference(
        ReferenceId id,
        PersonId person,
        Embedding embedding,
        String modelId,
        double quality,
        Instant enrolledAt,
        @OmittedIfAbsent @Nullable Double rawLength) {
    public Reference {
        Checks.between("quality", quality, 0, 1);
        Checks.require(
                rawLength == null || (rawLength > 0 && Double.isFinite(rawLength)),
                "the raw length of an embedding must be above 0 and finite, was " + rawLength);
    }

    /** A reference whose raw length is not known. */
    public Reference(
            ReferenceId id, PersonId person, Embedding embedding, String modelId, double quality, Instant enrolledAt) {
        this(id, person, embedding, modelId, quality, enrolledAt, null);
    }

    /** The same face as this person's. */
    public Reference of(PersonId other) {
        return new Reference(id, other, embedding, modelId, quality, enrolledAt, rawLength);
    }
}
