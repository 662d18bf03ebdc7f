package io.faceline.contracts.catalog;

/** What the catalog demands of its values; the messages begin with the field. */
final class Facts {
    private Facts() {}

    static void share(String field, double value) {
        require(value >= 0 && value <= 1, field + " must be between 0 and 1, was " + value);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
