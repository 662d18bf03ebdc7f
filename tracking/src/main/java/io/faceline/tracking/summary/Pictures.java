package io.faceline.tracking.summary;

import io.faceline.contracts.Blob;
import io.faceline.contracts.track.Appearance;
import java.util.Optional;
import java.util.function.Function;

/** Finds the picture of the best shot of an appearance. */
@FunctionalInterface
public interface Pictures extends Function<Appearance, Optional<Blob>> {
    Pictures NONE = appearance -> Optional.empty();
}
