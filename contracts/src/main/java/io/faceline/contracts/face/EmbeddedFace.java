package io.faceline.contracts.face;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Role;
import org.jspecify.annotations.Nullable;

/**
 * A face with its embedding.
 *
 * @param embedding absent only in a frame of role {@link Role.Detect}, which needs no embedding
 * @param cropJpeg the aligned crop as a small JPEG, for display and for re-embedding with a new model
 */
public record EmbeddedFace(Face face, @Nullable Embedding embedding, Blob cropJpeg) {}
