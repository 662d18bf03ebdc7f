package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoredEmbeddingsTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Instant STARTED = Instant.now();
    private static final Job JOB = new Job("job-1", TestFrames.SESSION, "request", JobState.DONE, STARTED, STARTED);

    private final KafkaSettings kafka = BROKER.settings();
    private RecordSender sender;
    private StoredEmbeddings stored;

    @BeforeEach
    void start() {
        TopicSetup.ensure(kafka);
        sender = new RecordSender(kafka, "test");
        stored = new StoredEmbeddings(kafka);
    }

    @AfterEach
    void close() {
        stored.close();
        sender.close();
    }

    @Test
    void framesAreFound_inOrder_howeverTheyCameAndWhoeverElseSent() throws Exception {
        for (var sequence : List.of(1, 0, 3, 2, 2, 4)) {
            send(TestFrames.SESSION, "job-1", sequence);
            send(TestFrames.SESSION, "job-2", sequence);
            // Whoever writes frames chooses their source.
            send(new SessionId("another"), "job-1", sequence);
        }

        var frames = stored.of(JOB);

        for (var sequence = 0L; sequence < 5; sequence++) {
            assertThat(frames.frame(sequence)).hasValue(embeddings(TestFrames.SESSION, "job-1", sequence));
        }
        assertThat(frames.frame(5)).isEmpty();
    }

    @Test
    void framesThatKafkaDeleted_areMissing() throws Exception {
        for (var sequence = 0; sequence < 100; sequence++) {
            send(TestFrames.SESSION, "job-1", sequence);
        }
        delete(40);

        assertThat(stored.of(JOB).frame(0)).isEmpty();
        var frames = stored.of(JOB);
        assertThat(frames.frame(40)).isPresent();
        assertThat(frames.frame(99)).isPresent();
    }

    /** The partition may be full of the records of others. */
    @Test
    void whatCameLongAfterTheJobHadEnded_isNotRead() throws Exception {
        var before = STARTED.minus(Duration.ofHours(2));
        var ended = new Job("job-1", TestFrames.SESSION, "request", JobState.DONE, before, before);
        for (var sequence = 0; sequence < 20; sequence++) {
            send(TestFrames.SESSION, "job-2", sequence);
        }
        send(TestFrames.SESSION, "job-1", 0);

        assertThat(stored.of(ended).frame(0)).isEmpty();
        assertThat(stored.of(JOB).frame(0)).isPresent();
    }

    private void send(SessionId session, String source, long sequence) throws Exception {
        var value = embeddings(session, source, sequence);
        sender.send(
                        kafka.topics().embeddings(),
                        session.value(),
                        value,
                        value.facts().id())
                .get();
    }

    private static Embeddings embeddings(SessionId session, String source, long sequence) {
        var facts = TestFrames.facts()
                .session(session)
                .source(source)
                .sequence(sequence)
                .build();
        return TestFrames.embeddings(facts, List.of());
    }

    private void delete(long before) throws Exception {
        var topic = kafka.topics().embeddings().name();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }
}
