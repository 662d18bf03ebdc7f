package io.faceline.runtime.store;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The deserialised value of a record, or the error. Streams 4.3.1 cannot dead-letter a record of a global store: it
 * fails with a ClassCastException. Deserialisation must therefore never throw.
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

    /** A deserializer that never fails. A tombstone stays null. */
    @SuppressWarnings("NullAway") // Kafka's interface accepts and returns null for a tombstone, but is not annotated.
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

    /** @throws IllegalArgumentException when the value could not be deserialised */
    V value() {
        if (value == null) {
            throw new IllegalArgumentException(
                    failure == null ? "the record has no value" : failure.toString(), failure);
        }
        return value;
    }

    /** The original bytes, which must not be modified. */
    byte[] bytes() {
        return bytes;
    }
}
