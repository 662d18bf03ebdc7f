package io.faceline.contracts.catalog;

/** How pixels are fitted into a model's input. */
public enum Resize {
    /** Each side on its own, shape not kept. */
    STRETCH,
    /** Shape kept, in the top left corner, the rest black. */
    LETTERBOX,
    /** They have the right size already. */
    NONE
}
