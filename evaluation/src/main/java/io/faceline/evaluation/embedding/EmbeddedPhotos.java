package io.faceline.evaluation.embedding;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen in photos.
 *
 * @param byPath an empty value for a photo in which no face was found, or that could not be read
 * @param msPerFace from encoded photo to embedding, of one thread; the mean of the photos with a face, 0 without any
 */
public record EmbeddedPhotos(Map<Path, Optional<EmbeddedPhoto>> byPath, double msPerFace) {
    public EmbeddedPhotos {
        byPath = Map.copyOf(byPath);
    }

    public Optional<EmbeddedPhoto> of(Path photo) {
        var seen = byPath.get(photo);
        if (seen == null) {
            throw new IllegalArgumentException("never looked at: " + photo);
        }
        return seen;
    }

    /** What was seen in photos of either; where both looked, the other counts. */
    public EmbeddedPhotos and(EmbeddedPhotos other) {
        var both = new HashMap<>(byPath);
        both.putAll(other.byPath);
        return new EmbeddedPhotos(both, other.msPerFace);
    }

    /** Whether it was looked at. */
    public boolean has(Path photo) {
        return byPath.containsKey(photo);
    }

    public int facesNotFound() {
        return (int) byPath.values().stream().filter(Optional::isEmpty).count();
    }
}
