package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TableReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The videos on their way, remembered over a restart in the topic {@code jobs}, of which this is the only writer. What
 * returns, or completes, has been written and acknowledged. Safe for all threads.
 */
public final class JobStore implements HealthCheck, AutoCloseable {
    /** How often a running job is touched. */
    public static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NO_JOB = "fence";

    private final Topic<Job> topic;
    private final RecordSender sender;
    private final TableReader<Job> known;
    private final CompactionSchedule fillTimes;
    /** Jobs as they were written here, perhaps not yet read back. */
    private final Map<String, Job> written = new ConcurrentHashMap<>();

    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    public JobStore(KafkaSettings kafka) {
        topic = kafka.topics().jobs();
        sender = new RecordSender(kafka, "jobs-" + kafka.instanceId());
        known = new TableReader<>(kafka, topic);
        fillTimes = new CompactionSchedule(kafka.topics().retention().replaced(), InstantSource.system());
    }

    public void start() {
        known.start();
        known.awaitCaughtUp(PATIENCE);
    }

    /**
     * Jobs that this very request began and that nobody ended, oldest first: their process died.
     *
     * @param silence for so long nobody has said of them that they go on; zero where no other process can be at work
     */
    public List<Job> unfinished(String request, Duration silence) {
        var latest = Instant.now().minus(silence);
        return known.snapshot().values().stream()
                .filter(job -> job.state().isUnfinished() && job.request().equals(request))
                .filter(job -> !job.changedAt().isAfter(latest))
                .sorted(Comparator.comparing(Job::startedAt))
                .toList();
    }

    public Optional<Job> find(String id) {
        return Optional.ofNullable(written.get(id)).or(() -> known.get(id));
    }

    /** All that are remembered, in no order. */
    Collection<Job> all() {
        var all = new HashMap<>(known.snapshot());
        all.putAll(written);
        return all.values();
    }

    /** Remembers a new job. */
    CompletableFuture<Job> add(Job job) {
        return write(job);
    }

    /**
     * Changes a job, in the order of the calls, whoever calls.
     *
     * @param change what it is to become; itself when there is nothing to change
     * @throws IllegalArgumentException when there is no such job
     */
    synchronized CompletableFuture<Job> change(String id, UnaryOperator<Job> change) {
        var before = find(id).orElseThrow(() -> new IllegalArgumentException("there is no job " + id));
        var after = change.apply(before);
        return after.equals(before) ? CompletableFuture.completedFuture(before) : write(after);
    }

    private synchronized CompletableFuture<Job> write(Job job) {
        written.put(job.id(), job);
        if (job.state() == JobState.DELETED) {
            fillTimes.recordDeletion();
        }
        return sender.send(topic, job.id(), job, null)
                .whenComplete((metadata, failure) -> {
                    if (failure != null) {
                        refused.add(job.id());
                    }
                })
                .thenApply(metadata -> job);
    }

    /** Writes once more what Kafka did not take. */
    synchronized void writeRefused() {
        for (var id : Set.copyOf(refused)) {
            refused.remove(id);
            var job = written.get(id);
            if (job != null) {
                var unused = write(job);
            }
        }
    }

    /** Writes a tombstone for no job when that lets Kafka forget the titles of deleted ones. */
    void fill() {
        if (fillTimes.isDue()) {
            var unused = sender.send(topic, NO_JOB, null, null);
        }
    }

    /** Waits until this process has read what it wrote; whoever else reads the topic has then read it, too, or nearly. */
    public Job awaitRead(Job job) {
        known.await(all -> isRead(job, all.get(job.id())), PATIENCE);
        return job;
    }

    private static boolean isRead(Job job, Job read) {
        return read != null && !read.changedAt().isBefore(job.changedAt());
    }

    /** A new job with an id that no frame ever had. */
    public Job begin(String request, SessionId session) {
        var now = Instant.now();
        return put(new Job("job-" + UUID.randomUUID(), session, request, JobState.RUNNING, now, now));
    }

    /** Says that a job goes on; to be repeated every {@link #SIGN_OF_LIFE}. Does not wait. */
    public void touch(Job job) {
        var unused = sender.send(topic, job.id(), job.in(job.state(), Instant.now()), null);
    }

    public Job end(Job job, JobState state) {
        return put(job.in(state, Instant.now()));
    }

    /** With the session that it belongs to a job is forgotten. */
    public void forget(Job job) {
        sender.send(topic, job.id(), null, null).join();
        fillTimes.recordDeletion();
        written.remove(job.id());
    }

    private Job put(Job job) {
        sender.send(topic, job.id(), job, null).join();
        return job;
    }

    @Override
    public Health health() {
        return known.health();
    }

    @Override
    public void close() {
        sender.close();
        known.close();
    }
}
