package io.faceline.systemtests.openapi;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.ingest.transport.FrameSender;
import io.faceline.ingest.transport.TraceParent;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.VisibleWrites;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.systemtests.kafka.TopicRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** The topic {@code matches}, as one reads it who knows nothing of this project's classes. */
public final class MatchesTopic {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final ClientLogin login;

    public MatchesTopic(ClientLogin login, String prefix) {
        this.login = login;
        var environment = new HashMap<>(login.environment());
        environment.put("FACELINE_TOPIC_PREFIX", prefix);
        this.kafka = KafkaSettings.from(new Settings(environment));
    }

    /** Sends a frame that was lost on its way in, and awaits its answer. */
    public void lose(Outcome<Blob> how) {
        var facts = TestFrames.facts()
                .source("lost-" + UUID.randomUUID())
                .capturedAt(Instant.now())
                .build();
        var people = new TableReader<>(kafka, kafka.topics().people());
        try (var visible = new VisibleWrites(kafka, people, PATIENCE);
                var sender = new FrameSender(kafka, PATIENCE, visible, DiskSpace.elsewhere())) {
            sender.start();
            sender.request(Lane.LIVE, new Frame(facts, how), TraceParent.NONE).join();
        }
    }

    /** All records that are there by now. */
    public List<String> records() {
        return TopicRecords.all(login).read(kafka.topics().matches().name()).stream()
                .map(read -> new String(read.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
