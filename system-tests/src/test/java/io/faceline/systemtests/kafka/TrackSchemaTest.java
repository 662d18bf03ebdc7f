package io.faceline.systemtests.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.schema.PublicTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/reference/*.schema.json of the tracker's other topics describe every record. */
class TrackSchemaTest {
    private static final List<String> TOPICS = List.of("tracked-frames", "appearances", "tracked-videos");
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    @BeforeAll
    static void readSchemas() throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (var topic : TOPICS) {
            SCHEMAS.put(topic, registry.getSchema(text(topic)));
        }
    }

    static Stream<GoldenRecord<?>> goldenRecords() {
        return SampleRecords.all().stream()
                .filter(sample -> TOPICS.contains(sample.folder()))
                .filter(sample -> sample.value() != null);
    }

    @ParameterizedTest
    @MethodSource("goldenRecords")
    void goldenRecord_isValid(GoldenRecord<?> golden) {
        var text = new String(requireNonNull(golden.serialize()), StandardCharsets.UTF_8);

        assertThat(schema(golden.folder()).validate(text, InputFormat.JSON))
                .as(text)
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void recordWithoutFields_isInvalid(String topic) {
        assertThat(schema(topic).validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    /** The schemas are read by themselves, and repeat what they share. */
    @Test
    void definitionsOfOtherSchemas_areTheirs() throws IOException {
        assertThat(definitions("tracked-frames")).containsAllEntriesOf(definitions("matches"));
        assertThat(definitions("appearances").get("identity"))
                .isEqualTo(definitions("tracks").get("identity"));
        assertThat(definitions("appearances").get("corrected"))
                .isEqualTo(definitions("tracks").get("corrected"));
    }

    private static Schema schema(String topic) {
        return requireNonNull(SCHEMAS.get(topic));
    }

    private static Map<String, JsonNode> definitions(String topic) throws IOException {
        var definitions = new HashMap<String, JsonNode>();
        new ObjectMapper()
                .readTree(text(topic))
                .get("$defs")
                .properties()
                .forEach(entry -> definitions.put(entry.getKey(), entry.getValue()));
        return definitions;
    }

    private static String text(String topic) throws IOException {
        return switch (topic) {
            case "matches" -> PublicTopic.MATCHES.schema();
            case "tracks" -> PublicTopic.TRACKS.schema();
            default ->
                Files.readString(
                        Path.of(System.getProperty("faceline.root"), "docs/reference/" + topic + ".schema.json"));
        };
    }
}
