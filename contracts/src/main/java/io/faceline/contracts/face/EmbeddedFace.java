package io.faceline.contracts.face;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.frame.Role;
import org.jspecify.annotations.Nullable;

/**
 * A face with its embedding.
 *
 * @param embedding absent only in a frame of role {@link Role.Detect}, which needs no embedding
 * @param rawLength Euclidean length of the embedder's output before it was scaled to unit length: the poorer the face, the
 *     shorter; absent without an embedding, and in records of older versions
 * @param cropJpeg the aligned crop as a small JPEG, for display and for re-embedding with a new model
 * @param reused true if the embedding is that of an earlier frame, in which the face was in the same place; such a face
 *     is no further evidence of who it is
 */
public record EmbeddedFace(
        Face face,
        @Nullable Embedding embedding,
        @Nullable Double rawLength,
        Blob cropJpeg,
        @OmittedIfAbsent @Nullable Boolean reused) {
    public EmbeddedFace {
        Checks.require(
                rawLength == null || (rawLength > 0 && Double.isFinite(rawLength)),
                "the raw length of an embedding must be above 0 and finite, was " + rawLength);
    }

    /** A face with an embedding of its own. */
    public EmbeddedFace(Face face, @Nullable Embedding embedding, @Nullable Double rawLength, Blob cropJpeg) {
        this(face, embedding, rawLength, cropJpeg, null);
    }

    /** Whether the embedding is that of an earlier frame. */
    public boolean isReused() {
        return Boolean.TRUE.equals(reused);
    }
}
