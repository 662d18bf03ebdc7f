package io.faceline.contracts.face;

import org.jspecify.annotations.Nullable;

/**
 * A face and its identification.
 *
 * @param identification absent in a frame of role {@link Role.Detect}
 */
public record MatchedFace(Face face, @Nullable Identification identification) {}
