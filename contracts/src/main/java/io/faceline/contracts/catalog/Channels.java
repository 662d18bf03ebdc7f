package io.faceline.contracts.catalog;

/** The colour planes of a model's input, in order. */
public enum Channels {
    RGB,
    BGR,
    GRAY;

    public int count() {
        return this == GRAY ? 1 : 3;
    }
}
