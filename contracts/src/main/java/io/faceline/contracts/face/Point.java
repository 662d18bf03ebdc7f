package io.faceline.contracts.face;

import io.faceline.contracts.Checks;

/** A point in the upright image: x to the right and y down, as fractions of the image's width and height. */
public record Point(double x, double y) {
    public Point {
        Checks.finite("x", x);
        Checks.finite("y", y);
    }
}
