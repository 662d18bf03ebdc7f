package io.faceline.vision.image.annotate;

import io.faceline.contracts.face.BoundingBox;

/** A box to draw and its text: any Unicode, may be empty. */
public record Label(BoundingBox box, String text, Colour colour) {
    /** The colour of a box and its contrasting text colour. */
    public enum Colour {
        GREEN(0x3CD070, 0x000000),
        YELLOW(0xFFD23F, 0x000000),
        RED(0xC62828, 0xFFFFFF),
        GREY(0x616161, 0xFFFFFF);

        private final int rgb;
        private final int textRgb;

        Colour(int rgb, int textRgb) {
            this.rgb = rgb;
            this.textRgb = textRgb;
        }

        int rgb() {
            return rgb;
        }

        int textRgb() {
            return textRgb;
        }
    }
}
