package io.faceline.contracts.catalog;

/** Validates the values of the catalog. Messages begin with the field. */
final class Facts {
    private Facts() {}

    static void share(String field, double value) {
        require(value >= 0 && value <= 1, field + " must be between 0 and 1, was " + value);
    }

    static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}
