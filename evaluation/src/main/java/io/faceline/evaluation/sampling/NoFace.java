package io.faceline.evaluation.sampling;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;

/** Stands for the face of a picture without one. */
public final class NoFace {
    static final Face INSTANCE = instance();

    private NoFace() {}

    private static Face instance() {
        var middle = new Point(0.5, 0.5);
        return new Face(
                0,
                new BoundingBox(0, 0, 1, 1),
                new Landmarks(middle, middle, middle, middle, middle),
                0,
                new Quality(0, 0, 0, 0, 0, 0, 0));
    }
}
