package io.faceline.contracts.face;

import io.faceline.contracts.Checks;

/** A place in the upright image; x to the right and y down, both as a share of its width and height. */
public record Point(double x, double y) {
    public Point {
        Checks.finite("x", x);
        Checks.finite("y", y);
    }
}
