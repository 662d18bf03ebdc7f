package io.faceline.contracts.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads by the schemas of the last release can read what this version writes (docs/reference/upgrade.md). */
class SchemaCompatibilityTest {
    @ParameterizedTest
    @EnumSource
    void nothingIsBroken_sinceTheLastRelease(PublicTopic topic) throws IOException {
        assertThat(SchemaCompatibility.broken(released(topic), Mappers.JSON.readTree(topic.schema())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void goldenRecords_areValidByTheLastRelease(PublicTopic topic) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(released(topic).toString());

        SampleRecords.all().stream()
                .filter(sample -> sample.folder().equals(topic.label()) && sample.value() != null)
                .forEach(sample -> {
                    var text = new String(requireNonNull(sample.serialize()), UTF_8);
                    assertThat(schema.validate(text, InputFormat.JSON))
                            .as(sample.file())
                            .isEmpty();
                });
    }

    @Test
    void addedField_isNotBroken() throws IOException {
        assertThat(changed(schema -> properties(schema).putObject("added").put("type", "string")))
                .isEmpty();
    }

    @Test
    void removedField_isBroken() throws IOException {
        assertThat(changed(schema -> properties(schema).remove("revision"))).containsExactly("revision was removed");
    }

    @Test
    void renamedField_isBroken() throws IOException {
        assertThat(changed(schema ->
                        properties(schema).set("version", properties(schema).remove("revision"))))
                .containsExactly("revision was removed");
    }

    @Test
    void otherType_isBroken() throws IOException {
        assertThat(changed(schema -> ((ObjectNode) schema.at("/properties/revision")).put("type", "string")))
                .containsExactly("revision has another type");
    }

    @Test
    void fieldThatMayBeNull_isBroken() throws IOException {
        assertThat(changed(schema -> ((ObjectNode) schema.at("/properties/revision"))
                        .putArray("type")
                        .add("integer")
                        .add("null")))
                .containsExactly("revision has another type");
    }

    @Test
    void optionalField_isBroken_alsoWithin() throws IOException {
        assertThat(changed(schema -> ((ArrayNode) schema.at("/required")).remove(0)))
                .containsExactly("id was made optional");
        assertThat(changed(schema -> ((ArrayNode) schema.at("/$defs/shot/required")).remove(0)))
                .containsExactly("shot.frame was made optional");
    }

    @Test
    void lostWord_isBroken() throws IOException {
        assertThat(changed(schema -> ((ArrayNode) schema.at("/properties/state/anyOf/0/enum")).remove(0)))
                .containsExactly("state lost a word");
    }

    private static List<String> changed(Consumer<JsonNode> change) throws IOException {
        var before = Mappers.JSON.readTree(PublicTopic.ALERTS.schema());
        var now = before.deepCopy();
        change.accept(now);
        return SchemaCompatibility.broken(before, now);
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static JsonNode released(PublicTopic topic) throws IOException {
        var name = "released/" + topic.label() + ".json";
        try (var file = SchemaCompatibilityTest.class.getResourceAsStream(name)) {
            return Mappers.JSON.readTree(requireNonNull(file, name).readAllBytes());
        }
    }
}
