package io.faceline.contracts.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of the public outputs describe what is written: no field more, no field less. */
class PublicSchemasTest {
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    private static final Topics TOPICS = new Topics("");

    /** Names are never in an answer, and the schema says that. */
    private static final String NO_NAME = "facts.role.name";

    /** The cases of a frame's role share one object, and depend on its kind. */
    private static final String ROLE = "facts.role.";

    /** As are the value, the reason or the code of its outcome. */
    private static final Set<String> OUTCOMES =
            Set.of("outcome.value", "outcome.reason", "outcome.code", "outcome.message");

    private static final Map<PublicTopic, Schema> SCHEMAS = new EnumMap<>(PublicTopic.class);

    static {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (var topic : PublicTopic.values()) {
            SCHEMAS.put(topic, registry.getSchema(topic.schema()));
        }
    }

    private record Golden(PublicTopic topic, GoldenRecord<?> record) {
        String text() {
            return new String(requireNonNull(record.serialize()), UTF_8);
        }

        @Override
        public String toString() {
            return record.file();
        }
    }

    static Stream<Golden> goldenRecords() {
        return Stream.of(PublicTopic.values()).flatMap(PublicSchemasTest::golden);
    }

    private static Stream<Golden> golden(PublicTopic topic) {
        return SampleRecords.all().stream()
                .filter(sample -> sample.folder().equals(topic.label()) && sample.value() != null)
                .map(sample -> new Golden(topic, sample));
    }

    @ParameterizedTest
    @MethodSource("goldenRecords")
    void goldenRecord_isValid(Golden golden) {
        assertValid(golden.topic(), golden.text());
    }

    @ParameterizedTest
    @MethodSource("goldenRecords")
    void recordWithFieldsOfALaterVersion_isValid(Golden golden) throws IOException {
        var record = Mappers.JSON.readTree(golden.text());
        addFields(record);

        assertValid(golden.topic(), record.toString());
    }

    private static void addFields(JsonNode node) {
        node.forEach(PublicSchemasTest::addFields);
        if (node instanceof ObjectNode object) {
            object.put("ADDED_LATER", 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void labels_areTheTopics_andTheExampleIsARecord(PublicTopic topic) throws IOException {
        var examples = schema(topic).get("examples");

        assertThat(topic.of(TOPICS).name()).isEqualTo(topic.label());
        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            assertValid(topic, example.toString());
            var bytes = Mappers.JSON.writeValueAsBytes(example);
            assertThat(topic.of(TOPICS).valueSerde().deserializer().deserialize("", bytes))
                    .isInstanceOf(topic.value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordWithoutFields_isInvalid(PublicTopic topic) {
        assertThat(requireNonNull(SCHEMAS.get(topic)).validate("{}", InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyComponentOfTheRecord_isAField_andNothingElseIs(PublicTopic topic) throws IOException {
        var described = SchemaFields.of(schema(topic));
        described.remove(NO_NAME);
        var written = RecordFields.of(topic.value());
        written.remove(NO_NAME);

        assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(written.keySet());
        var types = new TreeMap<String, Set<String>>();
        described.forEach((path, field) -> types.put(path, field.typesOfValues()));
        assertThat(types)
                .isEqualTo(written.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().types())));
        written.forEach((path, field) -> {
            if (!field.words().isEmpty()) {
                assertThat(described.get(path).words()).as(path).isEqualTo(field.words());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyField_isDescribed_andItsWordsAreOpen(PublicTopic topic) throws IOException {
        SchemaFields.of(schema(topic)).forEach((path, field) -> {
            assertThat(field.isDescribed()).as(path).isTrue();
            assertThat(field.words().isEmpty() || field.isOpen()).as(path).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void requiredField_isOneThatIsAlwaysWritten(PublicTopic topic) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (var golden : golden(topic).toList()) {
            records.add(Mappers.JSON.readTree(golden.text()));
        }
        var written = new WrittenFields(records);
        var required = new TreeSet<String>();
        var nullable = new TreeSet<String>();
        SchemaFields.of(schema(topic)).forEach((path, field) -> {
            if (field.isRequired() && !path.endsWith("]")) {
                required.add(path);
            }
            if (field.types().contains("null")) {
                nullable.add(path);
            }
        });

        required.removeIf(path -> OUTCOMES.contains(path) || !written.couldHave(path));
        var always = written.always();
        always.removeIf(path -> path.startsWith(ROLE) && !required.contains(path));
        always.removeAll(RecordFields.omittable(topic.value()));
        assertThat(required).isEqualTo(always);
        nullable.remove(NO_NAME);
        var nulls = written.sometimesNull();
        nulls.remove(NO_NAME);
        assertThat(nullable).containsAll(nulls);
    }

    /** Generators of clients read a word without a type as any value. */
    @ParameterizedTest
    @EnumSource
    void schema_isOneByItsMetaSchema_andWordsHaveAType(PublicTopic topic) throws IOException {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(META_SCHEMA));

        assertThat(meta.validate(topic.schema(), InputFormat.JSON)).isEmpty();
        assertThat(schema(topic).findParents("enum")).allMatch(words -> words.has("type"));
    }

    @Test
    void eventTypes_differ() {
        assertThat(PublicTopic.values()).extracting(PublicTopic::eventType).doesNotHaveDuplicates();
    }

    private static void assertValid(PublicTopic topic, String record) {
        assertThat(requireNonNull(SCHEMAS.get(topic)).validate(record, InputFormat.JSON))
                .as(record)
                .isEmpty();
    }

    private static JsonNode schema(PublicTopic topic) throws IOException {
        return Mappers.JSON.readTree(topic.schema());
    }
}
