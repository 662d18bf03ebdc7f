package io.faceline.evaluation.embedding;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The faces found in photos.
 *
 * @param byPath faces by photo; empty for a photo without a face or an unreadable one
 * @param msPerFace mean time from encoded photo to embedding on one thread, of the photos with a face; 0 without any
 */
public record EmbeddedPhotos(Map<Path, Optional<EmbeddedPhoto>> byPath, double msPerFace) {
    public EmbeddedPhotos {
        byPath = Map.copyOf(byPath);
    }

    public Optional<EmbeddedPhoto> of(Path photo) {
        var face = byPath.get(photo);
        if (face == null) {
            throw new IllegalArgumentException("not embedded: " + photo);
        }
        return face;
    }

    /** The union of both; the other takes precedence. */
    public EmbeddedPhotos and(EmbeddedPhotos other) {
        var both = new HashMap<>(byPath);
        both.putAll(other.byPath);
        return new EmbeddedPhotos(both, other.msPerFace);
    }

    /** Whether the photo was embedded. */
    public boolean has(Path photo) {
        return byPath.containsKey(photo);
    }

    public int facesNotFound() {
        return (int) byPath.values().stream().filter(Optional::isEmpty).count();
    }
}
