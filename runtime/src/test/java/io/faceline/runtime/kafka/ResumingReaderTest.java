package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.health.Health;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** A reader that the broker interrupts for a while. */
class ResumingReaderTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
    private static final Topic<String> TOPIC =
            new Topic<>("topic", RecordSerde.json(String.class), Topic.Spread.ONE, Map.of());

    private final KafkaSettings kafka = new KafkaSettings(
            "unused:0", "", new PartitionCounts(1, 1), (short) 1, Path.of("unused"), "test", Map.of());
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<FakeConsumer> opened = new CopyOnWriteArrayList<>();
    private final AtomicReference<RuntimeException> outage = new AtomicReference<>();

    @Test
    void readerContinuesAtItsPlace_rightsTakenAndGivenBack() {
        try (var reader = reader()) {
            reader.start(this::open);
            last().add(0, "one");
            await().atMost(SOON).until(() -> seen.size() == 1);

            outage.set(new TopicAuthorizationException(Set.of("topic")));
            last().setPollException(new TopicAuthorizationException(Set.of("topic")));
            await().atMost(SOON).until(() -> !reader.health().ready());
            assertThat(reader.health().live()).isTrue();
            assertThat(reader.health().reasons().get(0)).contains("TopicAuthorizationException");
            await().atMost(SOON).until(() -> opened.size() >= 3);
            outage.set(null);

            await().atMost(SOON).until(() -> reader.health().equals(Health.GOOD));
            last().add(1, "two");
            await().atMost(SOON).until(() -> seen.size() == 2);
            assertThat(seen).containsExactly("one", "two");
            assertThat(opened.subList(0, opened.size() - 1)).allMatch(MockConsumer::closed);
        }
        assertThat(opened).allMatch(MockConsumer::closed);
    }

    @Test
    void readerContinues_consumerCannotBeOpenedForAWhile() {
        try (var reader = reader()) {
            var isBroken = new AtomicBoolean();
            reader.start(() -> {
                if (isBroken.getAndSet(false)) {
                    throw new KafkaException("Failed to construct kafka consumer");
                }
                return open();
            });
            isBroken.set(true);
            last().setPollException(new KafkaException("the keystore was rotated"));

            await().atMost(SOON).until(() -> opened.size() == 2);
            last().add(0, "one");

            await().atMost(SOON).until(() -> seen.size() == 1);
        }
    }

    @Test
    void closeIsPrompt_whileInterrupted() {
        var reader = reader();
        reader.start(this::open);
        outage.set(new TopicAuthorizationException(Set.of("topic")));
        last().setPollException(new TopicAuthorizationException(Set.of("topic")));
        await().atMost(SOON).until(() -> opened.size() >= 4);
        var start = System.nanoTime();

        reader.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        await().atMost(SOON).until(() -> opened.stream().allMatch(MockConsumer::closed));
    }

    @Test
    void readerEndsAndSaysSo_handlerHasABug() {
        var stopped = new AtomicReference<Throwable>();
        try (var reader = new TopicReader<>(kafka, TOPIC, StartOffset.EARLIEST, read -> {
            throw new IllegalStateException("a bug");
        })) {
            reader.onStop(stopped::set);
            reader.start(this::open);
            last().add(0, "one");

            await().atMost(SOON).until(() -> stopped.get() != null);

            assertThat(stopped.get()).hasMessage("a bug");
            assertThat(reader.health().live()).isFalse();
        }
    }

    private TopicReader<String> reader() {
        return new TopicReader<>(kafka, TOPIC, StartOffset.EARLIEST, read -> seen.add(read.value()));
    }

    private FakeConsumer last() {
        return opened.get(opened.size() - 1);
    }

    private Consumer<String, byte[]> open() {
        var consumer = new FakeConsumer();
        var failure = outage.get();
        if (failure instanceof KafkaException refused) {
            consumer.setPollException(refused);
        }
        opened.add(consumer);
        return consumer;
    }

    private static final class FakeConsumer extends MockConsumer<String, byte[]> {
        FakeConsumer() {
            super(AutoOffsetResetStrategy.EARLIEST.name());
            var node = new Node(1, "unused", 0);
            updatePartitions(
                    "topic", List.of(new PartitionInfo("topic", 0, node, new Node[] {node}, new Node[] {node})));
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, 0L));
        }

        void add(long offset, String value) {
            schedulePollTask(() -> addRecord(new ConsumerRecord<>(
                    "topic", 0, offset, "key", ("\"" + value + "\"").getBytes(StandardCharsets.UTF_8))));
        }
    }
}
