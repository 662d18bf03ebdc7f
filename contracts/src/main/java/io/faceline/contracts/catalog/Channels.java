package io.faceline.contracts.catalog;

/** Which planes a model's input has, in which order. */
public enum Channels {
    RGB,
    BGR,
    GRAY;

    public int count() {
        return this == GRAY ? 1 : 3;
    }
}
