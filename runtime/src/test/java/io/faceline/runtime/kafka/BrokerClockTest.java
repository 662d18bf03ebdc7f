package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Lane;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker deletes by the time of records, which must therefore be its own. */
@Tag("slow")
class BrokerClockTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    /** Footage of two hours ago, which a retention of one hour would delete, and a clock that runs ahead. */
    @ParameterizedTest
    @ValueSource(longs = {-2, 0, 24 * 365})
    void recordHasTheBrokersTime_writersClockDiffers(long hours) {
        var kafka = BROKER.settings();
        TopicSetup.ensure(kafka);
        var before = Instant.now();

        var timestamp = write(kafka, before.plus(Duration.ofHours(hours)));

        assertThat(timestamp).isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    }

    @Test
    void workOfThisProcess_isReadFromALittleEarlier() {
        var began = Instant.parse("2026-01-02T03:04:05Z");

        assertThat(StartOffset.ofWorkSince(began)).isEqualTo(StartOffset.at(Instant.parse("2026-01-02T03:03:55Z")));
    }

    private static Instant write(KafkaSettings kafka, Instant timestamp) {
        var topic = kafka.topics().frames(Lane.LIVE).name();
        var properties = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, timestamp.toEpochMilli(), "camera", new byte[1]));
            producer.flush();
        }
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            StartPosition.seek(consumer, topic, StartOffset.EARLIEST);
            var read = consumer.poll(Duration.ofSeconds(10)).iterator().next();
            return Instant.ofEpochMilli(read.timestamp());
        }
    }
}
