package io.faceline.contracts.face;

import io.faceline.contracts.Checks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The faces of one frame, possibly none, and the size of the upright image in pixels. */
public record Faces<F>(int imageWidth, int imageHeight, List<F> faces) {
    public Faces {
        Checks.require(
                imageWidth > 0 && imageHeight > 0,
                "image width and height must be above 0, were " + imageWidth + "×" + imageHeight);
        faces = List.copyOf(faces);
    }

    /** The one whose box covers most of the image, by where a face is among what is known of it. */
    public Optional<F> largest(Function<F, Face> face) {
        return faces.stream()
                .max(Comparator.comparingDouble(one -> face.apply(one).box().area()));
    }

    public <G> Faces<G> with(List<G> others) {
        return new Faces<>(imageWidth, imageHeight, others);
    }
}
