package io.faceline.contracts.face;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Checks;
import io.faceline.contracts.frame.Role;
import org.jspecify.annotations.Nullable;

/**
 * A face with its embedding.
 *
 * @param embedding absent only in a frame of role {@link Role.Detect}, which needs no embedding
 * @param rawLength Euclidean length of the embedder's output before it was scaled to unit length: the poorer the face, the
 *     shorter; absent without an embedding, and in records of older versions
 * @param cropJpeg the aligned crop as a small JPEG, for display and for re-embedding with a new model
 */
public record EmbeddedFace(
        Face face, @Nullable Embedding embedding, @Nullable Double rawLength, Blob cropJpeg) {
    public EmbeddedFace {
        Checks.require(
                rawLength == null || (rawLength > 0 && Double.isFinite(rawLength)),
                "the raw length of an embedding must be above 0 and finite, was " + rawLength);
    }
}
