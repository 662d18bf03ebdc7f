package io.faceline.matcher.index;

import io.faceline.contracts.person.Reference;
import io.faceline.matcher.recognisability.Measures;
import org.jspecify.annotations.Nullable;

/** Measures how recognisable a reference is, once when it is added to an index. Thread-safe. */
@FunctionalInterface
public interface MeasureReference {
    /** Measures nothing. */
    MeasureReference NONE = reference -> null;

    /** Null for a model of whose poor faces nothing was learned. */
    @Nullable
    Measures of(Reference reference);
}
