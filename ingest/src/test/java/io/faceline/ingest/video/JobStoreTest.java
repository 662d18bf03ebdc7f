package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class JobStoreTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void changeOfAnotherProcess_replacesTheOwnOneThatWasRead() {
        KafkaSettings kafka = BROKER.settings();
        TopicSetup.ensure(kafka);
        try (var one = new JobStore(kafka);
                var other = new JobStore(TestBroker.anotherInstance(kafka, "other"))) {
            one.start();
            other.start();
            var job = new Job("job-1", new SessionId("anna"), "request", JobState.RUNNING, NOW, NOW);
            one.add(job).join();
            other.awaitRead(job);

            var cancelled = job.in(JobState.CANCELLED, NOW.plusSeconds(1));
            other.change(job.id(), before -> cancelled).join();

            await().untilAsserted(() -> assertThat(one.find(job.id())).contains(cancelled));
            assertThat(one.all()).contains(cancelled);
            var unchanged = one.change(job.id(), current -> current.state().isUnfinished() ? job : current);
            assertThat(unchanged).isCompletedWithValue(cancelled);
        }
    }
}
