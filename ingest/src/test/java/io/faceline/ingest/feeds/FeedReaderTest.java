package io.faceline.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.health.Health;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reader of feeds over a consumer that fails when it is told to. */
class FeedReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("feeds", 0);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<MockConsumer<byte[], byte[]>> opened = new CopyOnWriteArrayList<>();
    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private final List<Throwable> stops = new CopyOnWriteArrayList<>();
    private final OpenOffsets open = new OpenOffsets();
    private FeedReader reader;

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void failureOfTheBroker_isSurvived_andSaid() {
        start(read -> handled.add(read.offset()));
        write(opened.get(0), 0);
        await().atMost(SOON).until(() -> handled.contains(0L));

        opened.get(0).schedulePollTask(() -> opened.get(0)
                .setPollException(new GroupAuthorizationException("ingest-feeds")));

        await().atMost(SOON).until(() -> opened.size() == 2);
        write(opened.get(1), 1);
        await().atMost(SOON).until(() -> handled.contains(1L));
        assertThat(opened.get(0).closed()).isTrue();
        await().atMost(SOON).untilAsserted(() -> assertThat(reader.health()).isEqualTo(Health.GOOD));
        assertThat(stops).isEmpty();
    }

    @Test
    void readerJoins_consumerCannotBeOpenedForAWhile() {
        var refusals = new AtomicInteger(2);
        start(() -> {
            if (refusals.getAndDecrement() > 0) {
                throw new KafkaException("Failed to construct kafka consumer");
            }
            return consumer();
        });

        await().atMost(SOON).untilAsserted(() -> assertThat(reader.health()).isEqualTo(Health.GOOD));
        write(opened.get(0), 0);
        await().atMost(SOON).until(() -> handled.contains(0L));
    }

    @Test
    void bug_endsTheReader_andIsReported() {
        start(read -> {
            throw new IllegalStateException("a bug");
        });

        write(opened.get(0), 0);

        await().atMost(SOON).until(() -> !stops.isEmpty());
        assertThat(reader.health().live()).isFalse();
        assertThat(opened.get(0).closed()).isTrue();
    }

    @Test
    void whatWasHandled_isCommitted() {
        start(read -> {
            open.begin(read.partition(), read.offset());
            open.done(read.partition(), read.offset());
        });

        write(opened.get(0), 0);

        await().atMost(SOON).until(() -> committed() == 1);
    }

    private long committed() {
        var offset = opened.get(0).committed(Set.of(PARTITION)).get(PARTITION);
        return offset == null ? 0 : offset.offset();
    }

    private void start(Consumer<FeedRecord> handler) {
        start(this::consumer, handler);
    }

    private void start(Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> factory) {
        start(factory, read -> handled.add(read.offset()));
    }

    private void start(
            Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> factory,
            Consumer<FeedRecord> handler) {
        var metrics = new FeedMetrics(() -> 0, () -> 0);
        reader = new FeedReader(
                PARTITION.topic(),
                factory,
                open,
                handler,
                new SkipStale(Duration.ofDays(100_000), open, metrics),
                InstantSource.system());
        reader.onStop(stops::add);
        reader.start();
    }

    private MockConsumer<byte[], byte[]> consumer() {
        var consumer = new MockConsumer<byte[], byte[]>("latest");
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
        opened.add(consumer);
        return consumer;
    }

    private static void write(MockConsumer<byte[], byte[]> consumer, long offset) {
        consumer.schedulePollTask(() -> {
            consumer.seek(PARTITION, offset);
            consumer.addRecord(new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    offset,
                    "door".getBytes(StandardCharsets.UTF_8),
                    new byte[] {1}));
        });
    }
}
