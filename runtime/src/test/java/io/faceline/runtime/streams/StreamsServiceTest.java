package io.faceline.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.Frame;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.TopologyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("try") // The service is not used in the block; the callback closes it, as a main does.
@Tag("slow")
class StreamsServiceTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = CopyingStage.SOON;

    private final KafkaSettings kafka = BROKER.settings();
    private CopyingStage stage;

    @BeforeEach
    void open() {
        stage = new CopyingStage(kafka);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void recordsComeOut_sentBeforeTheGroupWasNew() {
        stage.send("before");
        try (var service = stage.started(UnaryOperator.identity())) {
            service.awaitRunning(SOON);

            stage.send("after");

            stage.awaitImages("before", "after");
            assertThat(service.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void recordOfEightMegabytesComesOut_asAnyOther() {
        var large = "x".repeat(8 * 1024 * 1024);
        try (var service = stage.started(UnaryOperator.identity())) {
            service.awaitRunning(SOON);

            stage.send(large);

            stage.awaitImages(large);
        }
    }

    @Test
    void recordIsSetAside_stageEndedTwiceDuringIt() {
        var registry = new SimpleMeterRegistry();
        try (var service = stage.service(StreamsServiceTest::work)) {
            service.bindTo(registry);
            service.start();
            service.awaitRunning(SOON);
            var sent = System.nanoTime();
            stage.send("bug");
            stage.send("bug too");
            stage.send("good");

            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).until(() -> stage.images()
                    .contains("good"));

            System.out.println("four ends of a stage: "
                    + Duration.ofNanos(System.nanoTime() - sent).toMillis() + " ms");
            assertThat(stage.images()).contains("failed: INTERNAL");
            assertThat(stage.deadLetters(2)).allSatisfy(letter -> assertThat(CopyingStage.headers(letter))
                    .containsEntry("answered", "true")
                    .containsEntry("frame-id", "job/0")
                    .containsEntry("cause", SetAsideException.class.getName())
                    .hasEntrySatisfying(
                            "message", message -> assertThat(message).contains("NullPointerException: a bug")));
            await().atMost(SOON).until(() -> service.health().ready());
            assertThat(registry.get("faceline.records.set.aside")
                            .functionCounter()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void recordIsWorkedOn_stageEndedOnceDuringIt() {
        var failures = new AtomicInteger(1);
        try (var service = stage.started(frame -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("once");
            }
            return frame;
        })) {
            stage.send("good");

            stage.awaitImages("good");
            assertThat(service.health().live()).isTrue();
        }
    }

    @Test
    void serviceStops_recordHangs() {
        var stopCause = new AtomicReference<Throwable>();
        var never = new CountDownLatch(1);
        try (var service = CopyingStage.service(kafka.withRecordTimeout(Duration.ofMillis(200)), frame -> {
            awaitQuietly(never);
            return frame;
        })) {
            service.onStop(stopCause::set);
            service.start();
            stage.send("any");

            await().atMost(SOON).until(() -> stopCause.get() != null);

            assertThat(stopCause.get()).hasMessageContaining("hangs for more than 200 ms");
            assertThat(stopCause.get().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(CountDownLatch.class.getName()));
            assertThat(service.health().live()).isFalse();
            never.countDown();
        }
    }

    @Test
    void stageIsNotReady_recordsWait() {
        var open = new Semaphore(0);
        try (var service = stage.service(frame -> passedThrough(open, frame)).readyWithin(Duration.ofMillis(500))) {
            service.start();
            service.awaitRunning(SOON);
            assertThat(service.health().ready()).isTrue();
            stage.send("one");
            stage.send("two");

            await().atMost(SOON).until(() -> !service.health().ready());

            assertThat(service.health().live()).isTrue();
            assertThat(service.health().reasons())
                    .singleElement()
                    .asString()
                    .startsWith("copy has a backlog: ")
                    .endsWith(" unread records are older than 0.5 s");
            open.release(2);
            await().atMost(SOON).until(() -> service.health().equals(Health.GOOD));
        }
    }

    @Test
    void stageIsNotReady_recordIsStuck() {
        var open = new Semaphore(0);
        var settings = kafka.withRecordTimeout(Duration.ofSeconds(6));
        try (var service = CopyingStage.service(settings, frame -> passedThrough(open, frame))) {
            service.start();
            service.awaitRunning(SOON);
            stage.send("one");

            await().atMost(SOON).until(() -> !service.health().ready());

            assertThat(service.health().live()).isTrue();
            assertThat(service.health().reasons())
                    .singleElement()
                    .asString()
                    .startsWith("copy has been working on the record "
                            + stage.input().name() + " 0 0 for ");
            open.release();
            stage.awaitImages("one");
            await().atMost(SOON).until(() -> service.health().ready());
        }
    }

    private static Frame passedThrough(Semaphore open, Frame frame) {
        open.acquireUninterruptibly();
        return frame;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Frame work(Frame frame) {
        if (CopyingStage.image(frame).startsWith("bug")) {
            throw new NullPointerException("a bug");
        }
        return frame;
    }

    @Test
    void stageStopsAndReportsIt_noMemory() {
        var stopCause = new AtomicReference<Throwable>();
        try (var service = stage.service(frame -> {
            throw new OutOfMemoryError("a bug");
        })) {
            service.onStop(cause -> {
                service.close();
                stopCause.set(cause);
            });
            service.start();
            stage.send("any");

            await().atMost(SOON).until(() -> stopCause.get() != null);

            assertThat(stopCause.get()).isInstanceOf(OutOfMemoryError.class).hasMessage("a bug");
            assertThat(service.health().live()).isFalse();
            assertThat(service.health().reasons()).containsExactly("copy stopped: java.lang.OutOfMemoryError: a bug");
            assertThatThrownBy(() -> service.awaitRunning(SOON)).hasRootCauseMessage("a bug");
            assertThat(stage.images()).isEmpty();
        }
    }

    @Test
    void stageStops_recordsDeletedByRetention() throws Exception {
        try (var service = stage.started(UnaryOperator.identity())) {
            stage.send("one");
            stage.awaitImages("one");
        }
        stage.send("two");
        stage.send("three");
        deleteRecordsBefore(2);

        try (var service = stage.started(UnaryOperator.identity())) {
            await().atMost(SOON).until(() -> !service.health().live());

            assertThat(service.health().reasons().get(0))
                    .contains(
                            "records were deleted before they were read",
                            stage.input().name() + "-0 offset 1");
            assertThat(stage.images()).containsExactly("one");
        }
    }

    @Test
    void stageContinues_lossAccepted() throws Exception {
        try (var service = stage.started(UnaryOperator.identity())) {
            stage.send("one");
            stage.awaitImages("one");
        }
        stage.send("two");
        stage.send("three");
        deleteRecordsBefore(2);

        try (var service =
                CopyingStage.started(with(Map.of("auto.offset.reset", "earliest")), UnaryOperator.identity())) {
            stage.awaitImages("one", "three");
            assertThat(service.health().live()).isTrue();
        }
    }

    @Test
    void firstRecordComesInSeconds_restart() {
        try (var service = stage.started(UnaryOperator.identity())) {
            stage.send("first");
            stage.awaitImages("first");
        }
        stage.send("second");
        var restarted = System.nanoTime();

        try (var service = stage.started(UnaryOperator.identity())) {
            stage.awaitImages("first", "second");

            var took = Duration.ofNanos(System.nanoTime() - restarted);
            System.out.println("restart to first record: " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void recordComesOutOnce_twoInstancesStartAtOnce() {
        stage.send("one");
        stage.send("two");
        try (var first = CopyingStage.started(named("first"), UnaryOperator.identity());
                var second = CopyingStage.started(named("second"), UnaryOperator.identity())) {
            first.awaitRunning(SOON);
            second.awaitRunning(SOON);

            stage.awaitImages("one", "two");
            await().atMost(SOON).until(() -> Health.merge(List.of(first.health(), second.health()))
                    .ready());
        }
    }

    @Test
    void measurementsAreOffered_boundBeforeTheStart() {
        var registry = new SimpleMeterRegistry();
        try (var service = stage.service(UnaryOperator.identity())) {
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
        var service = stage.service(UnaryOperator.identity()).owning(() -> closed.add("resource"));
        service.start();

        service.close();
        service.close();

        assertThat(closed).containsExactly("resource");
        assertThat(service.health().ready()).isFalse();
    }

    @Test
    void topologyIsRefused_internalTopicWithoutAName() {
        var builder = Topologies.builder();
        builder.stream(stage.input().name()).groupByKey().count();

        assertThatThrownBy(builder::build).isInstanceOf(TopologyException.class);
    }

    private void deleteRecordsBefore(long offset) throws Exception {
        try (var admin = BROKER.admin()) {
            admin.deleteRecords(
                            Map.of(new TopicPartition(stage.input().name(), 0), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
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
}
