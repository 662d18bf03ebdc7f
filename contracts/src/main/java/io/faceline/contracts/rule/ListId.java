package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import java.util.Optional;

/** The id of a watch list, which does not change with its name: 1 to 64 lower-case letters, digits or hyphens. */
public record ListId(String value) {
    public ListId {
        Checks.slug("a list's id", value);
    }

    /** The id of this text; empty if it is none. For keys of records, which anyone may write. */
    public static Optional<ListId> parse(String text) {
        return Checks.isSlug(text) ? Optional.of(new ListId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
