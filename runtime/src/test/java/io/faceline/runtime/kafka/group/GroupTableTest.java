package io.faceline.runtime.kafka.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TestBroker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class GroupTableTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Set<Integer> ALL = Set.of(0, 1, 2, 3);

    private final KafkaSettings kafka = BROKER.settings();
    private final Topic<String> topic = new Topic<>(
            kafka.topicPrefix() + "shared",
            Serdes.serdeFrom(Serdes.String().serializer(), (name, bytes) -> read(bytes)),
            Topic.Spread.ONE,
            Map.of());
    private final RecordedOwner one = new RecordedOwner();
    private final RecordedOwner two = new RecordedOwner();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final RecordSender sender = new RecordSender(kafka, "test");

    private static String read(byte[] bytes) {
        var text = bytes == null ? null : Serdes.String().deserializer().deserialize("", bytes);
        if ("unreadable".equals(text)) {
            throw new SerializationException("unreadable");
        }
        return text;
    }

    @BeforeEach
    void createTopic() throws Exception {
        try (var admin = BROKER.admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name(), 4, (short) 1)))
                    .all()
                    .get();
        }
        open.add(sender);
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    private GroupTable<String> join(RecordedOwner owner, String instance, LastPoll lastPoll) {
        var settings = TestBroker.anotherInstance(kafka, instance);
        var table = new GroupTable<>(settings, topic, "shared", owner, lastPoll);
        open.add(table);
        table.start();
        return table;
    }

    private GroupTable<String> join(RecordedOwner owner, String instance) {
        return join(owner, instance, new LastPoll(kafka));
    }

    private void write(int partition, String key, String value) {
        sender.send(topic, partition, key, value, null, List.of()).join();
    }

    @Test
    void partition_isReadFromItsBeginning_thenFollowed() {
        write(0, "kept", "old");
        write(0, "kept", "new");
        write(0, "kept", "unreadable");
        write(0, "deleted", "value");
        write(0, "deleted", null);

        var table = join(one, "a");
        await().atMost(SOON).until(() -> one.partitions().equals(ALL));
        assertThat(one.owned.get(0)).isEqualTo(Map.of("kept", "new"));
        assertThat(one.events).contains("removed deleted").doesNotContain("changed kept");
        write(0, "kept", "newest");
        write(0, "kept", null);
        write(3, "other", "value");

        await().atMost(SOON).until(() -> one.events.contains("changed other"));
        assertThat(one.events).containsSubsequence("changed kept", "removed kept");
        assertThat(table.health()).isEqualTo(Health.GOOD);
    }

    @Test
    void members_share_andOneThatIsClosedLeavesAtOnce() {
        var first = join(one, "a");
        await().atMost(SOON).until(() -> one.partitions().equals(ALL));
        join(two, "b");
        await().atMost(SOON).until(() -> two.partitions().size() == 2);
        assertThat(one.partitions()).hasSize(2).doesNotContainAnyElementsOf(two.partitions());
        assertThat(one.events).contains("revoked").doesNotContain("lost");

        first.close();

        assertThat(one.partitions()).isEmpty();
        // Less than the session timeout.
        await().atMost(Duration.ofSeconds(8)).until(() -> two.partitions().equals(ALL));
    }

    @Test
    void memberThatSlept_letsGo_andJoinsAgain() {
        var nanos = new AtomicLong();
        join(one, "a", new LastPoll(Duration.ofSeconds(12), nanos::get, InstantSource.system()));
        await().atMost(SOON).until(() -> one.partitions().equals(ALL));
        one.events.clear();

        nanos.addAndGet(Duration.ofSeconds(13).toNanos());

        await().atMost(SOON)
                .until(() -> one.events.contains("lost") && one.partitions().equals(ALL));
        assertThat(one.events.get(0)).isEqualTo("lost");
        assertThat(one.events).contains("taken 0");
    }

    @Test
    void memberThatHangs_isNotRecent_onceAnotherOwnsItsPartitions() {
        var released = new CountDownLatch(1);
        var lastPoll = new LastPoll(kafka);
        join(one, "a", lastPoll);
        await().atMost(SOON).until(() -> one.partitions().equals(ALL));
        one.onChange = () -> awaitRelease(released);
        write(0, "key", "value");
        await().atMost(SOON).until(() -> one.events.contains("changed key"));

        join(two, "b");

        await().atMost(Duration.ofSeconds(60)).until(() -> two.partitions().equals(ALL));
        assertThat(lastPoll.isRecent()).isFalse();
        released.countDown();
        await().atMost(SOON).until(() -> one.events.contains("lost"));
        await().atMost(SOON).until(() -> one.partitions().size() == 2);
    }

    private static void awaitRelease(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void bugOfTheOwner_endsTheReading() {
        var stops = new CopyOnWriteArrayList<Throwable>();
        one.onChange = () -> {
            throw new IllegalStateException("bug");
        };
        var table = new GroupTable<>(kafka, topic, "shared", one, new LastPoll(kafka));
        table.onStop(stops::add);
        open.add(table);
        table.start();
        await().atMost(SOON).until(() -> one.partitions().equals(ALL));

        write(0, "key", "value");

        await().atMost(SOON).until(() -> stops.size() == 1);
        assertThat(table.health().live()).isFalse();
        assertThat(one.partitions()).isEmpty();
    }
}
