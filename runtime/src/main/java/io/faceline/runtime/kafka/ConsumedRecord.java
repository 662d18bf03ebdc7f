package io.faceline.runtime.kafka;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param value absent for a tombstone
 * @param frameId what the header says, on records about a frame
 */
public record ConsumedRecord<V>(
        String key, @Nullable V value, int partition, long offset, Instant timestamp, Optional<String> frameId) {}
