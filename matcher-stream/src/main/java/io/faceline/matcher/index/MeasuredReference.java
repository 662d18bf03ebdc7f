package io.faceline.matcher.index;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.matcher.recognisability.Measures;
import org.jspecify.annotations.Nullable;

/**
 * A reference as it is searched.
 *
 * @param measures null for a model of whose poor faces nothing was learned
 */
public record MeasuredReference(
        ReferenceId id, Embedding embedding, @Nullable Measures measures) {}
