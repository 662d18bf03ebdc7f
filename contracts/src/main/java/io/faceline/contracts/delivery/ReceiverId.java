package io.faceline.contracts.delivery;

import io.faceline.contracts.Checks;
import java.util.Optional;

/** The id of a receiver of alerts, which does not change with its name: 1 to 64 lower-case letters, digits or hyphens. */
public record ReceiverId(String value) {
    public ReceiverId {
        Checks.slug("a receiver's id", value);
    }

    /** The id of this text; empty if it is none. For keys of records, which anyone may write. */
    public static Optional<ReceiverId> parse(String text) {
        return Checks.isSlug(text) ? Optional.of(new ReceiverId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
