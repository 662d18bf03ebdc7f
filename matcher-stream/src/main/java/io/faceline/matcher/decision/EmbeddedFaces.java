package io.faceline.matcher.decision;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.runtime.streams.BadRecordException;

/** Questions about the faces of one frame. */
public final class EmbeddedFaces {
    private EmbeddedFaces() {}

    /** The vector, which only a frame that asks for detection alone may lack. */
    public static Embedding embedding(EmbeddedFace face) {
        var embedding = face.embedding();
        if (embedding == null) {
            throw new BadRecordException("a face without an embedding in a frame that is to be matched");
        }
        return embedding;
    }
}
