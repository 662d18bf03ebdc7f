package io.faceline.matcher.store;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record of a shared topic, or what was wrong with it. Streams 4.3.1 cannot dead-letter a record of a
 * global store: it dies of a ClassCastException. So nothing may fail there.
 */
public final class DeserializedOrError<V> {
    private final byte[] bytes;
    private final @Nullable V value;
    private final @Nullable RuntimeException failure;

    private DeserializedOrError(byte[] bytes, @Nullable V value, @Nullable RuntimeException failure) {
        this.bytes = bytes;
        this.value = value;
        this.failure = failure;
    }

    /** Reads every record: what cannot be read says so itself. A tombstone stays one. */
    @SuppressWarnings("NullAway") // Kafka's own interface takes and gives null for a tombstone, but does not say so.
    public static <V> Deserializer<DeserializedOrError<V>> by(Deserializer<V> deserializer) {
        return (topic, bytes) -> bytes == null ? null : read(deserializer, topic, bytes);
    }

    private static <V> DeserializedOrError<V> read(Deserializer<V> deserializer, String topic, byte[] bytes) {
        try {
            return new DeserializedOrError<>(bytes, deserializer.deserialize(topic, bytes), null);
        } catch (SerializationException e) {
            return new DeserializedOrError<>(bytes, null, e);
        }
    }

    /** @throws IllegalArgumentException when it cannot be read */
    V value() {
        if (value == null) {
            throw new IllegalArgumentException(failure == null ? "no value" : failure.toString(), failure);
        }
        return value;
    }

    /** As it came. Not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
