package io.faceline.alerts;

import static io.faceline.alerts.TestTracks.ADA;
import static io.faceline.alerts.TestTracks.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.streams.StreamsService;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a real broker: how long alerts take, and what a restart and a second instance change. */
@Tag("slow")
class AlertsOverKafkaTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int PARTITIONS = 4;
    private static final int TRACKS = 200;
    private static final int MILLIS_BETWEEN_TRACKS = 73;

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, PARTITIONS));
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {50, 100})
    void alert_isThereSoonAfterItsTrack(int commitMillis) throws Exception {
        writeRule();
        Map<String, Long> arrived = new ConcurrentHashMap<>();
        Map<String, Long> sent = new ConcurrentHashMap<>();
        try (var reader = new TopicReader<>(
                        kafka,
                        kafka.topics().alerting().alerts(),
                        StartOffset.EARLIEST,
                        read -> arrived.putIfAbsent(read.value().tracks().get(0), System.nanoTime()));
                var sender = new RecordSender(kafka, "test");
                var stage = start(kafka, Duration.ofMillis(commitMillis))) {
            reader.start();
            warmUp(sender, arrived);
            var next = new AtomicInteger();
            var pacer = Executors.newSingleThreadScheduledExecutor();
            pacer.scheduleAtFixedRate(
                    () -> {
                        var track = track(next.incrementAndGet());
                        sent.put(track.id(), System.nanoTime());
                        sender.send(kafka.topics().tracks(), track.source(), track, null);
                    },
                    0,
                    MILLIS_BETWEEN_TRACKS,
                    TimeUnit.MILLISECONDS);
            await().atMost(TIMEOUT).until(() -> next.get() >= TRACKS);
            pacer.shutdown();
            await().atMost(TIMEOUT).until(() -> arrived.keySet().containsAll(sent.keySet()));
            assertThat(stage.health().live()).isTrue();
        }
        var millis = sent.entrySet().stream()
                .map(track -> (arrived.get(track.getKey()) - track.getValue()) / 1_000_000)
                .sorted()
                .toList();
        System.out.println("commit " + commitMillis + " ms: from a track to its alert p50 " + millis.get(TRACKS / 2)
                + " ms, p95 " + millis.get(TRACKS * 95 / 100) + " ms, most " + millis.get(millis.size() - 1) + " ms");
    }

    private static TrackUpdate track(int number) {
        return TestTracks.atDoor(1000L * number).at(1000L * number, ADA);
    }

    /** The first transaction takes seconds. */
    private void warmUp(RecordSender sender, Map<String, Long> arrived) throws Exception {
        var first = TestTracks.atDoor(0).at(0, ADA);
        send(sender, first);
        await().atMost(TIMEOUT).until(() -> arrived.containsKey(first.id()));
    }

    /** Nothing is said twice, and what is due ends by the clock of whoever runs then. */
    @Test
    void alerts_goOn_onAnotherInstance() throws Exception {
        writeRule();
        try (var reader = new TopicReader<>(
                        kafka,
                        kafka.topics().alerting().alerts(),
                        StartOffset.EARLIEST,
                        read -> alerts.add(read.value()));
                var sender = new RecordSender(kafka, "test")) {
            reader.start();
            var sources = new ArrayList<TestTracks>();
            for (var i = 0; i < 20; i++) {
                sources.add(new TestTracks("camera-" + i, TestTracks.CAMERA, 0));
            }
            try (var stage = start(kafka, Duration.ofMillis(50))) {
                for (var source : sources) {
                    send(sender, source.at(0, ADA));
                }
                await().atMost(TIMEOUT).until(() -> alerts.size() >= sources.size());
                assertThat(stage.health().live()).isTrue();
            }
            try (var one = start(kafka, Duration.ofMillis(50));
                    var two = start(TestBroker.anotherInstance(kafka, "two"), Duration.ofMillis(50))) {
                for (var source : sources) {
                    // Once more, as a tracker that begins again does.
                    send(sender, source.at(0, ADA));
                    send(sender, source.shownAt(3, ADA, 3));
                    send(sender, source.endedAt(4, ADA));
                }
                await().atMost(TIMEOUT).until(() -> closed() >= sources.size());
                assertThat(one.health().live()).isTrue();
                assertThat(two.health().live()).isTrue();
            }
        }
        var revisions = alerts.stream()
                .collect(Collectors.groupingBy(Alert::id, Collectors.mapping(Alert::revision, Collectors.toList())));
        assertThat(revisions)
                .hasSize(20)
                .allSatisfy((id, of) -> assertThat(of).isSorted().doesNotHaveDuplicates());
    }

    /** What a judge said before it failed is of a transaction that is given up. */
    @Test
    void judgeThatFails_isAskedAgain_andAllIsSaidOnce() throws Exception {
        writeRule();
        var failures = new AtomicInteger(1);
        try (var reader = new TopicReader<>(
                        kafka,
                        kafka.topics().alerting().alerts(),
                        StartOffset.EARLIEST,
                        read -> alerts.add(read.value()));
                var sender = new RecordSender(kafka, "test");
                var stage = started(AlertsMain.service(
                        kafka,
                        new AlertsSettings(1),
                        (rule, book, memory) -> {
                            if (alerts.size() >= 5 && failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("a bug");
                            }
                            return new TestJudge(rule, book, memory);
                        },
                        Duration.ofMillis(50)))) {
            reader.start();
            for (var i = 0; i < 5; i++) {
                send(sender, TestTracks.atDoor(100L * i).at(100L * i, ADA));
            }
            await().atMost(TIMEOUT).until(() -> alerts.size() == 5);
            var second = TestRules.grace();
            sender.send(kafka.topics().alerting().rules(), second.id().value(), second, null)
                    .get();
            for (var i = 5; i < 10; i++) {
                send(sender, TestTracks.atDoor(100L * i).at(100L * i, i % 2 == 0 ? ADA : GRACE));
            }
            await().dontCatchUncaughtExceptions().atMost(TIMEOUT).until(() -> alerts.size() >= 10);
            assertThat(stage.health().live()).isTrue();
        }
        assertThat(failures.get()).isNotPositive();
        assertThat(alerts).hasSize(10);
        assertThat(alerts.stream().map(Alert::id)).doesNotHaveDuplicates();
    }

    /** With the judges that the stage has: what began on one instance ends on another. */
    @Test
    void alertOfARealJudge_isOpened_andErasedElsewhere() throws Exception {
        writeRule();
        try (var reader = new TopicReader<>(
                        kafka,
                        kafka.topics().alerting().alerts(),
                        StartOffset.EARLIEST,
                        read -> alerts.add(read.value()));
                var sender = new RecordSender(kafka, "test")) {
            reader.start();
            var track = TestTracks.atDoor(0);
            try (var stage = started(AlertsMain.service(kafka, new AlertsSettings(1)))) {
                send(sender, track.at(0, ADA));
                send(sender, track.at(4, ADA));
                send(sender, track.at(8, ADA));
                await().atMost(TIMEOUT).until(() -> !alerts.isEmpty());
                assertThat(stage.health().live()).isTrue();
            }
            var mark = DeletionMark.of(ADA);
            sender.send(
                            kafka.topics().people(),
                            mark.value(),
                            Person.deleted(mark, SessionId.SHARED, TestTracks.START),
                            null)
                    .get();
            var two = TestBroker.anotherInstance(kafka, "two");
            try (var stage = started(AlertsMain.service(two, new AlertsSettings(2)))) {
                await().atMost(TIMEOUT)
                        .until(() -> alerts.stream().anyMatch(alert -> alert.reason() == AlertReason.ERASED));
                assertThat(stage.health().live()).isTrue();
            }
        }
        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
    }

    @Test
    void offsetsThatAreReset_sayNothing() throws Exception {
        writeRule();
        var topics = kafka.topics();
        try (var reader = new TopicReader<>(
                        kafka, topics.alerting().alerts(), StartOffset.EARLIEST, read -> alerts.add(read.value()));
                var sender = new RecordSender(kafka, "test")) {
            reader.start();
            try (var stage = start(kafka, Duration.ofMillis(50))) {
                for (var i = 0; i < 5; i++) {
                    var track = TestTracks.atDoor(100L * i);
                    send(sender, track.at(100L * i, ADA));
                    send(sender, track.endedAt(100L * i + 1, ADA));
                }
                await().atMost(TIMEOUT).until(() -> closed() == 5);
                assertThat(stage.health().live()).isTrue();
            }
            reset(topics.tracks(), topics.alerting().observations(), topics.cameraStates());
            try (var stage = start(kafka, Duration.ofMillis(50))) {
                send(sender, TestTracks.atDoor(900).at(900, ADA));
                await().atMost(TIMEOUT).until(() -> alerts.size() > 10);
                assertThat(stage.health().live()).isTrue();
            }
        }
        assertThat(alerts).hasSize(11);
    }

    private void reset(Topic<?>... topics) throws Exception {
        var beginning = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var topic : topics) {
            var partitions = topic.spread() == Topic.Spread.ONE ? 1 : PARTITIONS;
            for (var partition = 0; partition < partitions; partition++) {
                beginning.put(new TopicPartition(topic.name(), partition), new OffsetAndMetadata(0));
            }
        }
        try (var admin = BROKER.admin()) {
            admin.alterConsumerGroupOffsets(kafka.topicPrefix() + AlertsMain.NAME, beginning)
                    .all()
                    .get();
        }
    }

    private long closed() {
        return alerts.stream()
                .filter(alert -> alert.state() == AlertState.CLOSED)
                .count();
    }

    /** Before the stage starts, which reads all rules before the first track. */
    private void writeRule() throws Exception {
        TopicSetup.ensure(kafka);
        var rule = TestRules.ada();
        try (var sender = new RecordSender(kafka, "test")) {
            sender.send(kafka.topics().alerting().rules(), rule.id().value(), rule, null)
                    .get();
        }
    }

    private void send(RecordSender sender, TrackUpdate track) throws Exception {
        sender.send(kafka.topics().tracks(), track.source(), track, null).get();
    }

    private static StreamsService start(KafkaSettings kafka, Duration commit) {
        return started(AlertsMain.service(kafka, new AlertsSettings(1), TestJudge::new, commit));
    }

    private static StreamsService started(StreamsService stage) {
        stage.start();
        stage.awaitRunning(TIMEOUT);
        return stage;
    }
}
