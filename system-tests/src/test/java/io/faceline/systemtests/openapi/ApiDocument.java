package io.faceline.systemtests.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The OpenAPI document that a running server shows. */
final class ApiDocument {
    private static final String LOCATION = "urn:faceline:openapi";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode json;
    private final SchemaRegistry schemas;

    ApiDocument(String text) throws IOException {
        json = Mappers.JSON.readTree(text);
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(LOCATION, text))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    List<Operation> operations() {
        return json.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> operation(path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    private static Operation operation(String path, String method, JsonNode operation) {
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                child(child(JsonPointer.compile("/paths"), path), method));
    }

    Optional<Operation> find(String method, String address) {
        return operations().stream()
                .filter(operation -> operation.matches(method, address))
                .min(Comparator.comparingLong(Operation::parameters));
    }

    /** What the operation may answer with this status. */
    Optional<JsonPointer> answer(Operation operation, int status) {
        var place = child(child(operation.place(), "responses"), Integer.toString(status));
        return at(place).isMissingNode() ? Optional.empty() : Optional.of(resolved(place));
    }

    JsonNode at(JsonPointer place) {
        return json.at(place);
    }

    /** The same, or what a reference leads to. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref");
        return reference.isTextual() ? at(JsonPointer.compile(reference.asText().substring(1))) : node;
    }

    /** The same place, or the one that a reference there leads to. */
    private JsonPointer resolved(JsonPointer place) {
        var reference = at(place).path("$ref");
        return reference.isTextual() ? JsonPointer.compile(reference.asText().substring(1)) : place;
    }

    /** What is wrong with this JSON by the schema at this place; nothing when all is well. */
    List<String> faults(JsonPointer schema, String value) {
        return schemas.getSchema(SchemaLocation.of(LOCATION + "#" + schema)).validate(value, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    static JsonPointer child(JsonPointer place, String name) {
        return place.appendProperty(name);
    }
}
