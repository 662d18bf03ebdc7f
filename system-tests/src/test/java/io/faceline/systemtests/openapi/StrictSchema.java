package io.faceline.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;

/** A schema that lets others add fields, as a test wants it: with none but those it names. */
public final class StrictSchema {
    private static final String OTHERS = "additionalProperties";

    private StrictSchema() {}

    public static Schema of(PublicTopic topic) throws IOException {
        var schema = Mappers.JSON.readTree(topic.schema());
        close(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString());
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && node.path("properties").isObject() && !node.has(OTHERS)) {
            object.put(OTHERS, false);
        }
        node.forEach(StrictSchema::close);
    }
}
