package io.faceline.contracts.catalog;

/** How an image is resized to a model's input. */
public enum Resize {
    /** Each side independently; the aspect ratio changes. */
    STRETCH,
    /** Keeps the aspect ratio: image in the top left corner, the rest black. */
    LETTERBOX,
    /** The image already has the size of the input. */
    NONE
}
