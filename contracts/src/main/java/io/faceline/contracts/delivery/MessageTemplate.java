package io.faceline.contracts.delivery;

import io.faceline.contracts.Checks;

/**
 * A body of the receiver's own: a template of Mustache, whose values are escaped as the content type wants.
 *
 * @param contentType such as {@code application/json}
 */
public record MessageTemplate(String contentType, String text) {
    private static final int MAX_TYPE = 100;
    private static final int MAX_TEXT = 20_000;

    public MessageTemplate {
        Checks.line("contentType", contentType, MAX_TYPE);
        Checks.require(!text.isBlank() && text.length() <= MAX_TEXT, "a template has 1 to " + MAX_TEXT + " characters");
    }
}
