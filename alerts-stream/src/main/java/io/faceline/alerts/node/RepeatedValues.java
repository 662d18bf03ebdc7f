package io.faceline.alerts.node;

import java.util.Arrays;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads a value once that is written to many keys one after another: the same object is the same bytes, and the same
 * bytes are the same object. For immutable values alone. What is larger than {@value #MAX_BYTES} bytes is not kept. Thread-safe:
 * threads that disturb each other do the work again.
 */
public final class RepeatedValues {
    /** An update of a track without its picture. */
    static final int MAX_BYTES = 4096;

    private RepeatedValues() {}

    /** Written or read last. */
    private static final class Last<V> {
        private final V value;
        private final byte[] bytes;

        private Last(V value, byte[] bytes) {
            this.value = value;
            this.bytes = bytes;
        }
    }

    public static <V> Serializer<V> writing(Serializer<V> serializer) {
        return new Serializer<>() {
            private volatile @Nullable Last<V> last;

            @Override
            @SuppressWarnings({"NullAway", "ReferenceEquality"}) // Null is a tombstone; the same object is meant.
            public byte[] serialize(String topic, V value) {
                var known = last;
                if (known != null && known.value == value) {
                    return known.bytes;
                }
                var bytes = serializer.serialize(topic, value);
                last = isKept(bytes) ? new Last<>(value, bytes) : null;
                return bytes;
            }
        };
    }

    public static <V> Deserializer<V> reading(Deserializer<V> deserializer) {
        return new Deserializer<>() {
            private volatile @Nullable Last<V> last;

            @Override
            public V deserialize(String topic, byte[] bytes) {
                var known = last;
                if (known != null && Arrays.equals(known.bytes, bytes)) {
                    return known.value;
                }
                var value = deserializer.deserialize(topic, bytes);
                last = isKept(bytes) ? new Last<>(value, bytes) : null;
                return value;
            }
        };
    }

    private static boolean isKept(byte @Nullable [] bytes) {
        return bytes != null && bytes.length <= MAX_BYTES;
    }
}
