package io.faceline.matcher.decision;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.runtime.streams.BadRecordException;

/** Helpers for the faces of one frame. */
public final class EmbeddedFaces {
    private EmbeddedFaces() {}

    /** The embedding, which only a frame of role {@code detect} may lack. */
    public static Embedding embedding(EmbeddedFace face) {
        var embedding = face.embedding();
        if (embedding == null) {
            throw new BadRecordException("a face of a frame to be matched has no embedding");
        }
        return embedding;
    }
}
