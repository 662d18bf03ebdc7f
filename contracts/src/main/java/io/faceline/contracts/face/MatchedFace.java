package io.faceline.contracts.face;

import org.jspecify.annotations.Nullable;

/**
 * A face and who it is.
 *
 * @param identification absent in a frame that asked for detection alone
 */
public record MatchedFace(Face face, @Nullable Identification identification) {}
