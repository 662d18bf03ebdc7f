package io.faceline.vision.image;

import io.faceline.contracts.BoundingBox;

/** A box to draw, and the text to write at it; any Unicode, may be empty. */
public record Label(BoundingBox box, String text, Colour colour) {
    /** What a box is drawn in. */
    public enum Colour {
        GREEN,
        YELLOW,
        RED,
        GREY
    }
}
