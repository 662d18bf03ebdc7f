package io.faceline.alerting.definition;

/** A definition is invalid. The message names the field and says what to do; it contains no secrets. */
public final class DefinitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** @param field such as {@code rules[2].zone}; empty for the whole */
    DefinitionException(String field, String reason) {
        super(field.isEmpty() ? reason : field + ": " + reason);
    }
}
