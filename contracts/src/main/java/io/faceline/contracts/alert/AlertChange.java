package io.faceline.contracts.alert;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody says of an alert: topic {@code alert-changes}, JSON, written by api. Key: the alert's rule. */
public sealed interface AlertChange {
    /** The longest note and name of who says it. */
    int MAX_TEXT = 300;

    AlertId alert();

    String by();

    Instant at();

    /** It is being seen to. The first counts. */
    record Acknowledge(
            AlertId alert,
            String by,
            Instant at,
            @OmittedIfAbsent @Nullable String note) implements AlertChange {
        public Acknowledge {
            Checks.line("by", by, MAX_TEXT);
            if (note != null) {
                Checks.line("note", note, MAX_TEXT);
            }
        }
    }

    /**
     * It is not this person.
     *
     * @param person who it is; absent if nobody said it
     */
    record Correct(
            AlertId alert,
            String by,
            Instant at,
            PersonId not,
            @OmittedIfAbsent @Nullable PersonId person) implements AlertChange {
        public Correct {
            Checks.line("by", by, MAX_TEXT);
        }
    }

    /** Takes a correction back. */
    record Restore(AlertId alert, String by, Instant at) implements AlertChange {
        public Restore {
            Checks.line("by", by, MAX_TEXT);
        }
    }

    /** Only read: what a newer version added. */
    record Unknown(AlertId alert, String by, Instant at) implements AlertChange {}
}
