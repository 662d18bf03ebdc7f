package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import java.util.Optional;

/** The id of an alert rule, which does not change with its name: 1 to 64 lower-case letters, digits or hyphens. */
public record RuleId(String value) {
    public RuleId {
        Checks.slug("a rule's id", value);
    }

    /** The id of this text; empty if it is none. For keys of records, which anyone may write. */
    public static Optional<RuleId> parse(String text) {
        return Checks.isSlug(text) ? Optional.of(new RuleId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
