package io.faceline.matcher.decision;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Faces;
import io.faceline.runtime.streams.BadRecordException;
import java.util.Comparator;
import java.util.Optional;

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

    static Optional<EmbeddedFace> largest(Faces<EmbeddedFace> faces) {
        return faces.faces().stream().max(Comparator.comparingDouble(EmbeddedFaces::area));
    }

    /** The area of the box relative to the image, 0 to 1. */
    public static double area(EmbeddedFace face) {
        return face.face().box().w() * face.face().box().h();
    }
}
