package io.faceline.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.hostile.StrangeRecords;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Sends random records to a real topology with the real properties. */
public final class StrangeInput implements AutoCloseable {
    public static final KafkaSettings KAFKA = new KafkaSettings(
            "unused:0",
            Topics.DEFAULT_PREFIX,
            new PartitionCounts(1, 1),
            (short) 1,
            Path.of("unused"),
            "test",
            Map.of());

    private final TopologyTestDriver driver;

    /** @param more properties besides those of every stage */
    public StrangeInput(Topology topology, String stage, Map<String, Object> more) {
        var properties = new Properties();
        properties.putAll(StreamsProperties.of(stage, KAFKA, 1));
        properties.putAll(more);
        driver = new TopologyTestDriver(topology, properties);
    }

    public void send(Topic<?> topic, StrangeRecords.Strange strange) {
        pipe(
                topic,
                new TestRecord<>(
                        strange.key(), strange.value(), strange.headers(), Instant.ofEpochMilli(strange.timestamp())));
    }

    /** Sends random records to a topic, and checks that each ends as one record of the answers or as one dead letter. */
    public void assertEveryRecordEnds(Topic<?> topic, Topic<?> answers) {
        var records = new StrangeRecords(topic, StrangeRecords.SEED);
        for (var i = 0; i < StrangeRecords.COUNT; i++) {
            send(topic, records.next());

            assertThat(taken(answers) + taken(KAFKA.topics().deadLetters()))
                    .as("record %s of seed %s", i, StrangeRecords.SEED)
                    .isEqualTo(1);
        }
    }

    /** As {@link #send}, to a topic of a global store: there our consumer gives every record a time, which is not run here. */
    public void sendTimed(Topic<?> topic, StrangeRecords.Strange strange) {
        var time = Math.max(0, strange.timestamp());
        send(topic, new StrangeRecords.Strange(strange.key(), strange.value(), strange.headers(), time));
    }

    public <V> void send(Topic<V> topic, String key, V value) {
        var bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
        pipe(topic, new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), bytes, new RecordHeaders(), Instant.now()));
    }

    private void pipe(Topic<?> topic, TestRecord<byte[], byte[]> read) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(read);
    }

    /** The number of records that this topic has got since the last call. */
    public int taken(Topic<?> topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .size();
    }

    /** The value of the next record of this topic. */
    public <V> V read(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        topic.valueSerde().deserializer())
                .readValue();
    }

    @Override
    public void close() {
        driver.close();
    }
}
