package io.faceline.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.StartPosition;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.kafka.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.errors.TopologyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("try") // The service is not used in the block; the callback closes it, as a main does.
class StreamsServiceTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);

    private final KafkaSettings kafka = BROKER.settings();
    private final Topic<Frame> input = kafka.topics().frames(Lane.LIVE);
    private final List<String> images = new CopyOnWriteArrayList<>();
    private RecordSender sender;
    private TopicReader<Frame> results;

    @BeforeEach
    void open() {
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "test");
        results = new TopicReader<>(
                kafka,
                kafka.topics().frames(Lane.BULK),
                StartOffset.EARLIEST,
                read -> images.add(TestFrames.image(read.value())));
        results.start();
    }

    @AfterEach
    void close() {
        results.close();
        sender.close();
    }

    @Test
    void recordsComeOut_sentBeforeTheGroupWasNew() {
        send("before");
        try (var service = started(kafka, UnaryOperator.identity())) {
            service.awaitRunning(SOON);

            send("after");

            awaitImages("before", "after");
            assertThat(service.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void recordOfEightMegabytesComesOut_asAnyOther() {
        var large = "x".repeat(8 * 1024 * 1024);
        try (var service = started(kafka, UnaryOperator.identity())) {
            service.awaitRunning(SOON);

            send(large);

            awaitImages(large);
        }
    }

    @Test
    void unreadableRecordIsADeadLetter_stageContinues() {
        sendPoison("poison");
        send("good");
        try (var service = started(kafka, UnaryOperator.identity())) {
            awaitImages("good");

            var letter = deadLetters(1).get(0);
            assertThat(new String(letter.value(), UTF_8)).isEqualTo("\"no frame\"");
            assertThat(headers(letter))
                    .containsEntry("stage", "copy")
                    .containsEntry("frame-id", "poison")
                    .containsEntry("origin-topic", input.name())
                    .containsEntry("origin-partition", "0")
                    .containsEntry("origin-offset", "0")
                    .containsKeys("cause", "message");
            assertThat(service.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void recordWithoutValueIsADeadLetter_stageContinues() {
        sender.send(input, "key", null, new FrameId("empty")).join();
        send("good");
        try (var service = started(kafka, UnaryOperator.identity())) {
            awaitImages("good");

            assertThat(headers(deadLetters(1).get(0)))
                    .containsEntry("frame-id", "empty")
                    .containsEntry("message", "the record has no value");
            assertThat(service.health().live()).isTrue();
        }
    }

    @Test
    void badRecordIsADeadLetter_alsoAsACause() {
        UnaryOperator<Frame> work = frame -> {
            switch (TestFrames.image(frame)) {
                case "bad" -> throw new BadRecordException("bad");
                case "wrapped" -> throw new IllegalStateException(new BadRecordException("wrapped"));
                default -> {
                    return frame;
                }
            }
        };
        try (var service = started(kafka, work)) {
            send("bad");
            send("wrapped");
            send("good");

            awaitImages("good");
            assertThat(deadLetters(2))
                    .allSatisfy(letter -> assertThat(headers(letter))
                            .containsEntry("cause", BadRecordException.class.getName())
                            .containsEntry("frame-id", "test/0"))
                    .extracting(letter -> headers(letter).get("message"))
                    .containsExactly("bad", "wrapped");
            assertThat(service.health().live()).isTrue();
        }
    }

    @Test
    void stageStopsAndReportsIt_bug() {
        var stopCause = new AtomicReference<Throwable>();
        try (var service = service(kafka, frame -> {
            throw new NullPointerException("a bug");
        })) {
            service.onStop(cause -> {
                service.close();
                stopCause.set(cause);
            });
            service.start();
            send("any");

            await().atMost(SOON).until(() -> stopCause.get() != null);

            assertThat(stopCause.get()).isInstanceOf(NullPointerException.class).hasMessage("a bug");
            assertThat(service.health().live()).isFalse();
            assertThat(service.health().reasons())
                    .containsExactly("copy stopped: java.lang.NullPointerException: a bug");
            assertThatThrownBy(() -> service.awaitRunning(SOON)).hasRootCauseMessage("a bug");
            assertThat(images).isEmpty();
        }
    }

    @Test
    void originIsADeadLetter_outputTooLarge() {
        var tooLarge = "x".repeat(17 * 1024 * 1024);
        UnaryOperator<Frame> work =
                frame -> TestFrames.image(frame).equals("grow") ? TestFrames.frame(0, tooLarge) : frame;
        try (var service = started(kafka, work)) {
            send("grow");
            send("good");

            awaitImages("good");
            assertThat(headers(deadLetters(1).get(0)))
                    .containsEntry("cause", RecordTooLargeException.class.getName())
                    .containsEntry("frame-id", "test/0")
                    .containsEntry("origin-offset", "0");
            assertThat(service.health().live()).isTrue();
        }
    }

    @Test
    void stageStops_recordsDeletedByRetention() throws Exception {
        try (var service = started(kafka, UnaryOperator.identity())) {
            send("one");
            awaitImages("one");
        }
        send("two");
        send("three");
        deleteRecordsBefore(2);

        try (var service = started(kafka, UnaryOperator.identity())) {
            await().atMost(SOON).until(() -> !service.health().live());

            assertThat(service.health().reasons().get(0))
                    .contains("records were deleted before they were read", input.name() + "-0 offset 1");
            assertThat(images).containsExactly("one");
        }
    }

    @Test
    void stageContinues_lossAccepted() throws Exception {
        try (var service = started(kafka, UnaryOperator.identity())) {
            send("one");
            awaitImages("one");
        }
        send("two");
        send("three");
        deleteRecordsBefore(2);

        try (var service = started(with(Map.of("auto.offset.reset", "earliest")), UnaryOperator.identity())) {
            awaitImages("one", "three");
            assertThat(service.health().live()).isTrue();
        }
    }

    @Test
    void firstRecordComesInSeconds_restart() {
        try (var service = started(kafka, UnaryOperator.identity())) {
            send("first");
            awaitImages("first");
        }
        send("second");
        var restarted = System.nanoTime();

        try (var service = started(kafka, UnaryOperator.identity())) {
            awaitImages("first", "second");

            var took = Duration.ofNanos(System.nanoTime() - restarted);
            System.out.println("restart to first record: " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void recordComesOutOnce_twoInstancesStartAtOnce() {
        send("one");
        send("two");
        try (var first = started(named("first"), UnaryOperator.identity());
                var second = started(named("second"), UnaryOperator.identity())) {
            first.awaitRunning(SOON);
            second.awaitRunning(SOON);

            awaitImages("one", "two");
            await().atMost(SOON).until(() -> Health.merge(List.of(first.health(), second.health()))
                    .ready());
        }
    }

    @Test
    void measurementsAreOffered_boundBeforeTheStart() {
        var registry = new SimpleMeterRegistry();
        try (var service = service(kafka, UnaryOperator.identity())) {
            service.bindTo(registry);
            service.start();
            service.awaitRunning(SOON);

            assertThat(registry.getMeters())
                    .extracting(meter -> meter.getId().getName())
                    .contains("kafka.stream.alive.stream.threads");
        }
    }

    @Test
    void everythingOwnedIsClosedOnce_closedTwice() {
        var closed = new CopyOnWriteArrayList<String>();
        var service = service(kafka, UnaryOperator.identity()).owning(() -> closed.add("resource"));
        service.start();

        service.close();
        service.close();

        assertThat(closed).containsExactly("resource");
        assertThat(service.health().ready()).isFalse();
    }

    @Test
    void topologyIsRefused_internalTopicWithoutAName() {
        var builder = Topologies.builder();
        builder.stream(input.name()).groupByKey().count();

        assertThatThrownBy(builder::build).isInstanceOf(TopologyException.class);
    }

    private void awaitImages(String... expected) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> assertThat(images)
                .containsExactly(expected));
    }

    private void send(String image) {
        var frame = TestFrames.frame(0, image);
        sender.send(input, "key", frame, frame.facts().id()).join();
    }

    private void sendPoison(String frameId) {
        var raw = new Topic<>(input.name(), RecordSerde.json(String.class), Topic.Spread.LANE, Map.of());
        sender.send(raw, "key", "no frame", new FrameId(frameId)).join();
    }

    private void deleteRecordsBefore(long offset) throws Exception {
        try (var admin = BROKER.admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(input.name(), 0), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(int count) {
        var letters = new CopyOnWriteArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                ClientProperties.reader(kafka, "letters"), new StringDeserializer(), new ByteArrayDeserializer())) {
            StartPosition.seek(consumer, kafka.topics().deadLetters().name(), StartOffset.EARLIEST);
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
                return letters.size() >= count;
            });
        }
        return letters;
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> letter) {
        var headers = new java.util.HashMap<String, String>();
        letter.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private KafkaSettings with(Map<String, String> clientProperties) {
        return settings(kafka.instanceId(), clientProperties);
    }

    private KafkaSettings named(String instanceId) {
        return settings(instanceId, Map.of());
    }

    private KafkaSettings settings(String instanceId, Map<String, String> clientProperties) {
        return new KafkaSettings(
                kafka.bootstrapServers(),
                kafka.topicPrefix(),
                kafka.partitions(),
                kafka.replicationFactor(),
                kafka.stateFolder(),
                instanceId,
                clientProperties);
    }

    private static StreamsService started(KafkaSettings kafka, UnaryOperator<Frame> work) {
        var service = service(kafka, work);
        service.start();
        return service;
    }

    private static StreamsService service(KafkaSettings kafka, UnaryOperator<Frame> work) {
        return new StreamsService("copy", TestFrames.copying(kafka.topics(), work), kafka, 1);
    }
}
