package io.faceline.ingest.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.hostile.StrangeRecords;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RawProducer;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.vision.image.decode.ImageLimits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feeds over a real topic. */
@Tag("slow")
class FeedsTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);
    /** A loaded machine reads late. */
    private static final FeedSettings SETTINGS =
            new FeedSettings(true, 8 << 20, 100, List.of(), Duration.ofMinutes(5), 30);

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 2));
    private final FakeFeedTransport transport = new FakeFeedTransport();
    private final List<Throwable> stops = new CopyOnWriteArrayList<>();
    private RecordSender sender;

    @BeforeEach
    void createTopics() {
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "door");
    }

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void picturesAreSent_amongStrangeRecordsAndAFlood() {
        try (var feeds = open()) {
            var registry = new SimpleMeterRegistry();
            feeds.bindTo(registry);
            feeds.start();
            try (var producer = new RawProducer(kafka)) {
                producer.sendStrange(List.of(kafka.topics().feeds()), StrangeRecords.SEED);
            }
            for (var i = 0; i < 300; i++) {
                var unused = sender.send(kafka.topics().feeds(), "flood", Pictures.jpegOf(100_000), null);
            }
            write("door-1", Pictures.jpeg());

            await().atMost(SOON).until(() -> transport.askedSources().contains("feed/door-1"));
            // None was answered, so that each source has one under way, whatever came before the last one.
            assertThat(transport.askedSources()).doesNotHaveDuplicates().contains("feed/flood");
            assertThat(feeds.health()).isEqualTo(Health.GOOD);
            assertThat(stops).isEmpty();
            assertThat(registry.find("faceline.feeds.records")
                            .tag("outcome", "refused")
                            .counters())
                    .isNotEmpty();
            await().atMost(SOON).untilAsserted(() -> assertThat(sum(registry)).isEqualTo(written()));
        }
    }

    @Test
    void garbage_isInTheDeadLetters() {
        var letters = new CopyOnWriteArrayList<ConsumedRecord<byte[]>>();
        try (var feeds = open();
                var reader = new TopicReader<>(kafka, kafka.topics().deadLetters(), StartOffset.LATEST, letters::add)) {
            reader.start();
            feeds.start();

            write("door-1", "garbage".getBytes(UTF_8));
            write("door-1", Pictures.jpeg());

            await().atMost(SOON).until(() -> !letters.isEmpty() && !transport.asked.isEmpty());
            assertThat(letters.get(0).key()).isEqualTo("door-1");
            assertThat(letters.get(0).value()).isEqualTo("garbage".getBytes(UTF_8));
        }
    }

    @Test
    void whatWasUnanswered_isSentAgainUnderTheSameId_andWhatCameMeanwhileAsWell() {
        try (var feeds = open()) {
            feeds.start();
            write("door-1", Pictures.jpeg());
            write("door-2", Pictures.jpeg());
            await().atMost(SOON).until(() -> transport.asked.size() == 2);
            transport.answer(transport.askedSources().indexOf("feed/door-2"));
        }
        var unanswered = transport.asked.get(transport.askedSources().indexOf("feed/door-1"));
        write("door-3", Pictures.jpeg());

        try (var feeds = open()) {
            feeds.start();

            await().atMost(SOON).until(() -> transport.askedSources().contains("feed/door-3"));
            await().atMost(SOON)
                    .until(() -> transport.asked.stream()
                                    .filter(frame -> frame.facts()
                                            .id()
                                            .equals(unanswered.facts().id()))
                                    .count()
                            == 2);
        }
    }

    @Test
    void whatBecameTooOldMeanwhile_isSkipped() {
        var soonStale = new FeedSettings(true, 8 << 20, 100, List.of(), Duration.ofMillis(500), 30);
        try (var feeds = open(soonStale)) {
            feeds.start();
        }
        for (var i = 0; i < 300; i++) {
            write("door-1", Pictures.jpegOf(50_000));
        }
        var written = Instant.now();
        await().until(() -> Instant.now().isAfter(written.plusMillis(501)));

        try (var feeds = open(soonStale)) {
            var registry = new SimpleMeterRegistry();
            feeds.bindTo(registry);
            feeds.start();

            // On a loaded machine a picture may be read too late.
            await().atMost(SOON).until(() -> {
                write("door-2", Pictures.jpeg());
                return transport.askedSources().contains("feed/door-2");
            });
            assertThat(transport.askedSources()).doesNotContain("feed/door-1");
            assertThat(transport.drops).isNotEmpty().hasSizeLessThan(250);
            assertThat(registry.get("faceline.feeds.records")
                            .tag("reason", FeedMetrics.SKIPPED)
                            .counter()
                            .count())
                    .isPositive();
        }
    }

    @Test
    void twoInstances_shareThePartitions() {
        var second = new FakeFeedTransport();
        var other = new KafkaSettings(
                kafka.bootstrapServers(),
                kafka.topicPrefix(),
                kafka.partitions(),
                (short) 1,
                kafka.stateFolder(),
                "other",
                kafka.clientProperties());
        try (var feeds = open();
                var others = new Feeds(SETTINGS, ImageLimits.DEFAULT, other, second)) {
            feeds.start();
            others.start();
            await().atMost(SOON).untilAsserted(() -> assertThat(others.health()).isEqualTo(Health.GOOD));

            for (var i = 0; i < 20; i++) {
                write("door-" + i, Pictures.jpeg());
            }

            await().atMost(SOON).until(() -> transport.asked.size() + second.asked.size() >= 20);
            assertThat(transport.askedSources()).isNotEmpty().doesNotContainAnyElementsOf(second.askedSources());
            assertThat(second.askedSources()).isNotEmpty();
        }
    }

    @Test
    void switchedOff_readsNothing() {
        var off = new FeedSettings(false, 1, 1, List.of(), Duration.ofSeconds(1), 1);
        try (var feeds = new Feeds(off, ImageLimits.DEFAULT, kafka, transport)) {
            feeds.start();

            assertThat(feeds.health()).isEqualTo(Health.GOOD);
        }
    }

    private Feeds open() {
        return open(SETTINGS);
    }

    private Feeds open(FeedSettings settings) {
        var feeds = new Feeds(settings, ImageLimits.DEFAULT, kafka, transport);
        feeds.onStop(stops::add);
        return feeds;
    }

    private void write(String source, byte[] picture) {
        sender.send(kafka.topics().feeds(), source, picture, null).join();
    }

    /** Each record has one outcome, but for those that are waiting. */
    private double sum(SimpleMeterRegistry registry) {
        return registry.find("faceline.feeds.records").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private double written() {
        return StrangeRecords.COUNT / 4 + 300 + 1 - 1;
    }
}
