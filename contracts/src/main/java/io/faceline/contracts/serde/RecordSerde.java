package io.faceline.contracts.serde;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a record as CBOR or JSON; null is a tombstone. Invalid bytes throw {@link SerializationException}.
 * Thread-safe.
 */
public final class RecordSerde<T> implements Serde<T> {
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final String type;

    private RecordSerde(ObjectMapper mapper, Class<T> type) {
        this.writer = mapper.writerFor(type);
        this.reader = mapper.readerFor(type);
        this.type = type.getSimpleName();
    }

    public static <T> RecordSerde<T> cbor(Class<T> type) {
        return new RecordSerde<>(Mappers.CBOR, type);
    }

    public static <T> RecordSerde<T> json(Class<T> type) {
        return new RecordSerde<>(Mappers.JSON, type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    @SuppressWarnings("NullAway") // Kafka's interface accepts and returns null for a tombstone, but is not annotated.
    private byte[] write(@Nullable T value) {
        try {
            return value == null ? null : writer.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new SerializationException("cannot write a " + type, e);
        }
    }

    @SuppressWarnings("NullAway")
    private T read(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : reader.readValue(bytes);
        } catch (IOException | RuntimeException e) { // Jackson lets some exceptions of numbers and times through.
            throw new SerializationException("cannot read a " + type + " of " + bytes.length + " bytes", e);
        }
    }
}
