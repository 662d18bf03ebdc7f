package io.faceline.runtime.kafka;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A consumed record.
 *
 * @param value absent for a tombstone
 * @param frameId the frame id header; present on records about a frame
 * @param written what the matcher had written when it answered; present on answers to changes and enrollments
 */
public record ConsumedRecord<V>(
        String key,
        @Nullable V value,
        int partition,
        long offset,
        Instant timestamp,
        Optional<String> frameId,
        Optional<Written> written) {}
