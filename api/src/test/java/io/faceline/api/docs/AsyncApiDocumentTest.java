package io.faceline.api.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.CloudEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document agrees with the topics, the schemas and the headers; DocumentsLintTest of system-tests has it linted. */
class AsyncApiDocumentTest {
    private static final String PREFIX = "{prefix}";
    private static final Topics TOPICS = new Topics(PREFIX);

    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        document = Mappers.JSON.readTree(AsyncApiDocument.json());
    }

    @Test
    void everyReference_leadsSomewhere() {
        var references = new ArrayList<JsonNode>();
        document.findValues("$ref").forEach(references::add);

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference.asText()).startsWith("#");
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        });
    }

    @Test
    void channels_areThePublicTopics_andTheInputs_withTheirSettings() {
        var topics = Stream.concat(
                        Stream.of(PublicTopic.values()).<Topic<?>>map(topic -> topic.of(TOPICS)),
                        Stream.of(TOPICS.feeds(), TOPICS.frames(Lane.CAMERA)))
                .toList();
        var channels = document.path("channels");

        assertThat(channels).hasSize(topics.size());
        for (var topic : topics) {
            var channel = StreamSupport.stream(channels.spliterator(), false)
                    .filter(one -> one.path("address").asText().equals(topic.name()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no channel of " + topic.name()));
            assertSettings(topic, channel.at("/bindings/kafka"));
        }
    }

    private static void assertSettings(Topic<?> topic, JsonNode kafka) {
        var config = topic.config();
        var said = kafka.path("topicConfiguration");

        assertThat(kafka.path("partitions").asInt())
                .as(topic.name())
                .isEqualTo(PartitionCounts.DEFAULT.of(topic.spread()));
        assertThat(said.path("max.message.bytes").asText()).isEqualTo(config.get("max.message.bytes"));
        var policies = new ArrayList<String>();
        said.path("cleanup.policy").forEach(policy -> policies.add(policy.asText()));
        assertThat(String.join(",", policies)).as(topic.name()).isEqualTo(config.get("cleanup.policy"));
        assertThat(said.path("retention.ms").asText(null)).as(topic.name()).isEqualTo(config.get("retention.ms"));
    }

    @ParameterizedTest
    @EnumSource
    void messageOfAPublicTopic_hasItsSchema_andItsHeaders(PublicTopic topic) {
        var message = StreamSupport.stream(document.at("/components/messages").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(topic.eventType()))
                .findFirst()
                .orElseThrow();

        assertThat(message.at("/payload/$ref").asText()).isEqualTo("#/components/schemas/" + topic.label());
        var reference = "#/components/messages/" + nameOf(message) + "/headers";
        var schema = Mappers.JSON.createObjectNode().put("$ref", reference);
        schema.set("components", document.get("components"));
        var headers = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString());
        assertThat(headers.validate(json(headers(topic)), InputFormat.JSON)).isEmpty();
        var without = Mappers.JSON.createObjectNode();
        assertThat(headers.validate(without.toString(), InputFormat.JSON)).isNotEmpty();
        assertThat(headers.validate(json(headers(topic)).replace(".v1", ".v2"), InputFormat.JSON))
                .isNotEmpty();
    }

    private static String nameOf(JsonNode message) {
        return document.at("/components/messages").properties().stream()
                .filter(entry -> entry.getValue().equals(message))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static CloudEvent headers(PublicTopic topic) {
        var record = SampleRecords.all().stream()
                .filter(sample -> sample.folder().equals(topic.label()) && sample.value() != null)
                .findFirst()
                .orElseThrow()
                .value();
        return switch (topic) {
            case MATCHES -> CloudEvent.of((Match) record);
            case TRACKS -> CloudEvent.of((TrackUpdate) record);
            case ALERTS -> CloudEvent.of((Alert) record);
            case CAMERA_STATES -> CloudEvent.of((CameraState) record);
            case CHANGE_ANSWERS -> CloudEvent.of((ChangeAnswer) record, Instant.EPOCH);
        };
    }

    private static String json(CloudEvent event) {
        var headers = Mappers.JSON.createObjectNode();
        event.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers.toString();
    }

    /** An unquoted comma would split a text in YAML. */
    @Test
    void texts_areInQuotesWhereYamlWantsThem() {
        var nulls = new ArrayList<String>();
        List.of("channels", "operations", "servers", "info")
                .forEach(part -> collectNulls(part, document.path(part), nulls));
        collectNulls("messages", document.at("/components/messages"), nulls);

        assertThat(nulls).isEmpty();
    }

    private static void collectNulls(String where, JsonNode node, List<String> nulls) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                nulls.add(where + "." + entry.getKey());
            }
            collectNulls(where + "." + entry.getKey(), entry.getValue(), nulls);
        });
        node.forEach(child -> collectNulls(where, child, nulls));
    }
}
