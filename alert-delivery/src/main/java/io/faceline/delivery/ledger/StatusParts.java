package io.faceline.delivery.ledger;

import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverStatus;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a status says besides the receiver's condition. */
record StatusParts(
        ReceiverId receiver,
        long waiting,
        @Nullable String test,
        @Nullable String testRequest) {
    /** The number that waits changes with each message: it is told once in a while. */
    static final Duration BETWEEN_NUMBERS = Duration.ofSeconds(2);

    /** Whether it need not be written, since the one before says as much. */
    static boolean saysTheSame(ReceiverStatus now, @Nullable ReceiverStatus before) {
        if (before == null
                || now.isUp() != before.isUp()
                || !Objects.equals(now.reason(), before.reason())
                || !Objects.equals(now.clockAheadMillis(), before.clockAheadMillis())
                || !Objects.equals(now.test(), before.test())
                || !Objects.equals(now.testRequest(), before.testRequest())) {
            return false;
        }
        var isRecent = now.at().isBefore(before.at().plus(BETWEEN_NUMBERS));
        return now.waiting() == before.waiting() || (isRecent && now.waiting() > 0);
    }
}
