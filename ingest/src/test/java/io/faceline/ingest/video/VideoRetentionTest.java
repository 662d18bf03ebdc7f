package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.topic.Retention;
import io.faceline.ingest.spool.Spool;
import io.faceline.ingest.spool.SpoolLimits;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.RetryingFrameSender;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VideoRetentionTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Instant DELETED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    Path folder;

    private final KafkaSettings kafka = BROKER.settings().withRetention(new Retention(HOUR, HOUR, MONTH, HOUR));
    private JobStore jobs;

    @BeforeEach
    void start() {
        TopicSetup.ensure(kafka);
        jobs = new JobStore(kafka);
        jobs.start();
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void theMarkOfADeletedJob_outlivesTheAnswersOfItsFrames() {
        var job = new Job("job-a", new SessionId("ada"), "request", JobState.DELETED, DELETED, DELETED);
        jobs.awaitRead(jobs.add(job).join());

        // A frame, its detections, its embeddings and its answer each wait as long as their topic keeps them.
        var last = DELETED.plus(HOUR.multipliedBy(3)).plus(MONTH);
        tidy(last);
        assertThat(remembered()).contains(job);

        tidy(last.plusMillis(1));
        assertThat(remembered()).doesNotContain(job);
    }

    /** Waits for what was written until now. */
    private Collection<Job> remembered() {
        var last = new Job("job-z", new SessionId("ada"), "request", JobState.DONE, DELETED, Instant.now());
        jobs.awaitRead(jobs.add(last).join());
        return jobs.all();
    }

    private void tidy(Instant now) {
        var clock = InstantSource.fixed(now);
        var spool = Spool.open(folder, new SpoolLimits(1, 1, 1, 1), AddressSettings.DEFAULT, DiskSpace.elsewhere());
        var context = new VideoRun.Context(
                jobs,
                new NoFrames(),
                new FrameMetrics(),
                () -> null,
                job -> Set.of(),
                job -> sequence -> Optional.empty(),
                new RetryingFrameSender.Times(1, HOUR, HOUR),
                HOUR,
                clock);
        var videos = new VideoJobs("videos-of-test", spool, context, 0);
        new VideoRetention(jobs, videos, spool, HOUR, kafka.retention(), clock).tidy();
    }

    /** No job gets its turn. */
    private static final class NoFrames implements RetryingFrameSender.FrameTransport {
        @Override
        public CompletableFuture<Match> expect(FrameId frame) {
            throw new AssertionError("nobody sends frames");
        }

        @Override
        public CompletableFuture<?> publish(Lane lane, Frame frame) {
            throw new AssertionError("nobody sends frames");
        }

        @Override
        public CompletableFuture<?> publish(Embeddings embeddings) {
            throw new AssertionError("nobody sends frames");
        }
    }
}
