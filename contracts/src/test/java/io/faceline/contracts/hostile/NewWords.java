package io.faceline.contracts.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Records as a newer version writes them: with words that this version does not know. */
public final class NewWords {
    private NewWords() {}

    /**
     * The bytes of a record with one value replaced.
     *
     * @param pointer where, as in {@code /facts/role}
     * @param json what
     */
    public static <V> byte[] in(Topic<V> topic, V record, String pointer, String json) {
        var bytes = topic.valueSerde().serializer().serialize(topic.name(), record);
        var mapper = bytes[0] == '{' ? Mappers.JSON : Mappers.CBOR;
        try {
            var tree = mapper.readTree(bytes);
            replace(tree, pointer, Mappers.JSON.readTree(json));
            return mapper.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void replace(JsonNode tree, String pointer, JsonNode value) {
        var place = JsonPointer.compile(pointer);
        var last = place.last();
        if (tree.at(place.head()) instanceof ArrayNode list) {
            list.set(last.getMatchingIndex(), value);
        } else if (tree.at(place.head()) instanceof ObjectNode map) {
            map.set(last.getMatchingProperty(), value);
        } else {
            throw new IllegalArgumentException("no " + place);
        }
    }
}
