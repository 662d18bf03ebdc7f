package io.faceline.contracts.delivery;

import io.faceline.contracts.OmittedIfAbsent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver does: topic {@code receiver-states}, JSON, compacted, which alert-delivery writes at each change. Key: the
 * receiver.
 *
 * @param isUp whether the last attempt reached it
 * @param reason why not, in words; contains no secrets
 * @param waiting messages
 * @param clockAheadMillis of the receiver's clock against ours, if its answers tell; explains refused signatures
 * @param test what came of the last test alert, in words
 * @param testRequest id of the request of that test
 */
public record ReceiverStatus(
        ReceiverId receiver,
        boolean isUp,
        @OmittedIfAbsent @Nullable String reason,
        Instant since,
        long waiting,
        @OmittedIfAbsent @Nullable Long clockAheadMillis,
        @OmittedIfAbsent @Nullable String test,
        @OmittedIfAbsent @Nullable String testRequest,
        Instant at) {}
