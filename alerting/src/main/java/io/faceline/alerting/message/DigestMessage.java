package io.faceline.alerting.message;

import io.faceline.contracts.OmittedIfAbsent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several alerts in one message.
 *
 * @param because why they are not told one by one
 * @param from the last look of the oldest
 * @param to the last look of the newest
 * @param link to the page of alerts; absent if the installation has no public address
 * @param alerts of a batch, the oldest first, at most {@value #MAX_ALERTS}; otherwise none
 */
public record DigestMessage(
        MessageType type,
        String id,
        Because because,
        int count,
        Instant from,
        Instant to,
        @OmittedIfAbsent @Nullable String link,
        List<AlertMessage> alerts)
        implements Message {
    public static final int MAX_ALERTS = 100;

    /** Why alerts are not told one by one. */
    public enum Because {
        /** The receiver wants them in batches. */
        BATCH,
        /** They are no news any more. */
        LATE,
        /** They are more than the receiver wants in an hour. */
        LID
    }

    public DigestMessage {
        alerts = List.copyOf(alerts);
    }
}
