package io.faceline.contracts.person;

import io.faceline.contracts.Checks;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.time.Instant;

/** One enrolled face of a person: topic {@code gallery}, and the enrollments of a session. */
public record Reference(
        ReferenceId id, PersonId person, Embedding embedding, String modelId, double quality, Instant enrolledAt) {
    public Reference {
        Checks.between("quality", quality, 0, 1);
    }

    /** The same face as this person's. */
    public Reference of(PersonId other) {
        return new Reference(id, other, embedding, modelId, quality, enrolledAt);
    }
}
