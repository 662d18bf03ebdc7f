package io.faceline.contracts.frame;

import io.faceline.contracts.identity.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * By what an answer was decided. Two answers to the same photo from the same gallery can differ only if these differ.
 *
 * @param detector the settings of the detector; absent if its version did not record them
 * @param embedder the settings of the embedder; absent likewise
 * @param matcher the settings of the matcher: thresholds, limits, rules
 * @param build the version of the matcher's build
 */
public record DecidedBy(
        @Nullable Fingerprint detector, @Nullable Fingerprint embedder, Fingerprint matcher, String build) {}
