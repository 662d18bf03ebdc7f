package io.faceline.contracts.golden;

import io.faceline.contracts.topic.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A record as Java builds it, and where its golden bytes are.
 *
 * @param folder the topic without prefix, or the state store
 * @param name what is special about the record, unique in its folder
 * @param format the file's extension: cbor, json, or bin for anything else
 * @param value absent in a tombstone
 */
public record GoldenRecord<V>(
        String folder,
        String name,
        String format,
        String key,
        @Nullable V value,
        Serde<V> serde) {

    static <V> GoldenRecord<V> cbor(Topic<V> topic, String name, String key, @Nullable V value) {
        return new GoldenRecord<>(topic.name(), name, "cbor", key, value, topic.valueSerde());
    }

    static <V> GoldenRecord<V> json(Topic<V> topic, String name, String key, @Nullable V value) {
        return new GoldenRecord<>(topic.name(), name, "json", key, value, topic.valueSerde());
    }

    /** The path below the root of all golden files. A tombstone has no bytes; its file is empty and says so by its extension. */
    public String file() {
        return folder + "/" + name + "." + (value == null ? "tombstone" : format);
    }

    /** Absent bytes for a tombstone. */
    public byte @Nullable [] serialize() {
        return serde.serializer().serialize(folder, value);
    }

    public @Nullable V deserialize(byte @Nullable [] bytes) {
        return serde.deserializer().deserialize(folder, bytes);
    }

    @Override
    public String toString() {
        return file();
    }
}
