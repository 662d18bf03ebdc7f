package io.faceline.contracts.face;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Role;
import org.jspecify.annotations.Nullable;

/**
 * A face as an embedding.
 *
 * @param embedding absent only in a frame of role {@link Role.Detect}, which asks for no embedding
 * @param cropJpeg the aligned crop as a small JPEG, for people to look at and for a later model to embed again
 */
public record EmbeddedFace(Face face, @Nullable Embedding embedding, Blob cropJpeg) {}
