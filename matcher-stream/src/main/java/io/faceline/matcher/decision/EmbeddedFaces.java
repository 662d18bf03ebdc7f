package io.faceline.matcher.decision;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Faces;
import io.faceline.runtime.streams.BadRecordException;
import java.util.Comparator;
import java.util.Optional;

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

    static Optional<EmbeddedFace> largest(Faces<EmbeddedFace> faces) {
        return faces.faces().stream().max(Comparator.comparingDouble(EmbeddedFaces::area));
    }

    /** The share of the image that the box covers, 0 to 1. */
    public static double area(EmbeddedFace face) {
        return face.face().box().w() * face.face().box().h();
    }
}
