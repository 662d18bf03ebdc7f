package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import java.util.Optional;

/** The id of a group of sources, which does not change with its name: 1 to 64 lower-case letters, digits or hyphens. */
public record GroupId(String value) {
    public GroupId {
        Checks.slug("a group's id", value);
    }

    /** The id of this text; empty if it is none. For keys of records, which anyone may write. */
    public static Optional<GroupId> parse(String text) {
        return Checks.isSlug(text) ? Optional.of(new GroupId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
