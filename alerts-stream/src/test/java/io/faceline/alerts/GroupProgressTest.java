package io.faceline.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class GroupProgressTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 2));

    /** How often a round began. */
    private final AtomicInteger looks = new AtomicInteger();

    private final InstantSource clock = () -> TestTracks.START.plusSeconds(looks.incrementAndGet());

    @Test
    void timeStandsStill_whileSomethingIsNotJudged_andGoesOnOnceItIs() throws Exception {
        TopicSetup.ensure(kafka);
        try (var progress = new GroupProgress(kafka, clock);
                var sender = new RecordSender(kafka, "test")) {
            var registry = new SimpleMeterRegistry();
            progress.bindTo(registry);
            assertThat(progress.until()).isEmpty();
            assertThat(registry.get("faceline.alerts.behind").gauge().value()).isPositive();
            await("nothing was written").atMost(TIMEOUT).until(() -> looks(progress) >= 2);

            send(sender, TestTracks.atDoor(0).at(0, TestTracks.ADA));
            // What had begun before may still end.
            var before = standsStill(progress);

            var service = AlertsMain.service(kafka, new AlertsSettings(1), TestJudge::new, Duration.ofMillis(50));
            try (service) {
                service.start();
                await("it is judged").atMost(TIMEOUT).until(() -> until(progress)
                        .isAfter(before));
            }
        }
    }

    /** The time that stays the same for longer than three requests take. */
    private static Instant standsStill(GroupProgress progress) {
        var seen = new AtomicReference<>(Instant.EPOCH);
        await().atMost(TIMEOUT).during(Duration.ofMillis(1600)).until(() -> until(progress)
                .equals(seen.getAndSet(until(progress))));
        return seen.get();
    }

    private long looks(GroupProgress progress) {
        return progress.until().map(any -> looks.get()).orElse(0);
    }

    private static Instant until(GroupProgress progress) {
        return progress.until().orElse(Instant.EPOCH);
    }

    private void send(RecordSender sender, TrackUpdate track) throws Exception {
        sender.send(kafka.topics().tracks(), track.source(), track, null).get();
    }
}
