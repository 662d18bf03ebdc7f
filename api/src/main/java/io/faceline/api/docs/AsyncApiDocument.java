package io.faceline.api.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.schema.JsonSchemas;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.contracts.serde.Mappers;

/** The AsyncAPI document, written as YAML and served as JSON, together with the schemas that it refers to. */
final class AsyncApiDocument {
    private static final String REFERENCE = "$ref";

    private AsyncApiDocument() {}

    static byte[] json() {
        var document = YamlDocument.read("asyncapi.yaml");
        var schemas = document.withObject("/components/schemas");
        for (var topic : PublicTopic.values()) {
            add(schemas, topic.label(), topic.schema());
        }
        add(schemas, "frames", JsonSchemas.ofFrames());
        return document.toString().getBytes(UTF_8);
    }

    private static void add(ObjectNode schemas, String label, String schema) {
        try {
            var root = (ObjectNode) Mappers.JSON.readTree(schema);
            root.remove("$schema");
            root.remove("$id");
            move(root, "#/components/schemas/" + label);
            schemas.set(label, root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of " + label + " is no JSON", e);
        }
    }

    /** References lead to the same places of a schema that is part of another document. */
    private static void move(JsonNode node, String place) {
        if (node instanceof ObjectNode object && object.path(REFERENCE).isTextual()) {
            object.put(REFERENCE, place + object.get(REFERENCE).asText().substring(1));
        }
        node.forEach(child -> move(child, place));
    }
}
