package io.faceline.runtime.streams;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record during which the stage ended or hung repeatedly: it goes to the dead letters, and the stage continues. Thrown
 * by {@link RecordGuard} only.
 */
final class SetAsideException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isAnswered;

    private SetAsideException(String message, boolean isAnswered, @Nullable Throwable cause) {
        super(message, cause);
        this.isAnswered = isAnswered;
    }

    static SetAsideException of(int attempts, boolean isAnswered, @Nullable Throwable cause) {
        var reason = Optional.ofNullable(cause).map(thrown -> ": " + thrown).orElse("");
        return new SetAsideException(
                "the stage ended or hung " + attempts + " times during this record" + reason, isAnswered, null);
    }

    /** Whether the stage answered that it could not process the record; otherwise the dead letter is the answer. */
    boolean isAnswered() {
        return isAnswered;
    }
}
