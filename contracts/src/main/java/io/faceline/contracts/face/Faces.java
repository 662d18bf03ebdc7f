package io.faceline.contracts.face;

import io.faceline.contracts.Checks;
import java.util.List;

/** The faces of one frame, possibly none, and the size of the upright image in pixels. */
public record Faces<F>(int imageWidth, int imageHeight, List<F> faces) {
    public Faces {
        Checks.require(
                imageWidth > 0 && imageHeight > 0,
                "image width and height must be above 0, were " + imageWidth + "×" + imageHeight);
        faces = List.copyOf(faces);
    }

    public <G> Faces<G> with(List<G> others) {
        return new Faces<>(imageWidth, imageHeight, others);
    }
}
