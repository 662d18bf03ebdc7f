package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.SentFrames;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Stores jobs in the topic {@code jobs}, of which this is the only writer, so that they survive a restart. A method that
 * returns, or a future that completes, means that Kafka has acknowledged the record. Thread-safe.
 */
public final class JobStore implements HealthCheck, AutoCloseable {
    /** Interval at which a running job is touched. */
    public static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final String COMPACTION_KEY = "fence";

    private final Topic<Job> topic;
    private final RecordSender sender;
    private final TableReader<Job> table;
    private final CompactionSchedule compactionSchedule;
    /** Jobs as written by this process and not read back yet. */
    private final Map<String, Job> written = new ConcurrentHashMap<>();

    private final Set<String> rejected = ConcurrentHashMap.newKeySet();

    public JobStore(KafkaSettings kafka) {
        topic = kafka.topics().jobs();
        sender = new RecordSender(kafka, "jobs-" + kafka.instanceId());
        table = new TableReader<>(kafka, topic).keyedBy(Job::id);
        compactionSchedule = new CompactionSchedule(kafka.topics().retention().replaced(), InstantSource.system());
    }

    public void start() {
        table.start();
        table.awaitCaughtUp(READ_TIMEOUT);
    }

    /**
     * Unfinished jobs of this request whose process has died, oldest first.
     *
     * @param silence minimum time since the last touch; zero where no other process can be running them
     */
    public List<Job> unfinished(String request, Duration silence) {
        var latest = Instant.now().minus(silence);
        return table.snapshot().values().stream()
                .filter(job -> job.state().isUnfinished() && job.request().equals(request))
                .filter(job -> !job.changedAt().isAfter(latest))
                .sorted(Comparator.comparing(Job::startedAt))
                .toList();
    }

    public Optional<Job> find(String id) {
        var own = written.get(id);
        var read = table.get(id);
        if (own == null) {
            return read;
        }
        if (read.filter(job -> isAsNew(job, own)).isPresent()) {
            // From now on, what another process writes counts.
            written.remove(id, own);
            return read;
        }
        return Optional.of(own);
    }

    private static boolean isAsNew(Job read, Job own) {
        return read.equals(own) || read.changedAt().isAfter(own.changedAt());
    }

    /** All stored jobs, in no order. */
    Collection<Job> all() {
        var all = new HashMap<>(table.snapshot());
        Set.copyOf(written.keySet()).forEach(id -> find(id).ifPresent(job -> all.put(id, job)));
        return all.values();
    }

    /** Stores a new job. */
    CompletableFuture<Job> add(Job job) {
        return write(job);
    }

    /**
     * Changes a job, in the order of the calls.
     *
     * @param change returns the new job, or the same one when nothing changes
     * @throws IllegalArgumentException when there is no such job
     */
    synchronized CompletableFuture<Job> change(String id, UnaryOperator<Job> change) {
        var before = find(id).orElseThrow(() -> new IllegalArgumentException("no job with id " + id));
        var after = change.apply(before);
        return after.equals(before) ? CompletableFuture.completedFuture(before) : write(after);
    }

    private synchronized CompletableFuture<Job> write(Job job) {
        written.put(job.id(), job);
        if (job.state() == JobState.DELETED) {
            compactionSchedule.recordDeletion();
        }
        return sender.send(topic, job.id(), job, null)
                .whenComplete((metadata, failure) -> {
                    if (failure != null) {
                        rejected.add(job.id());
                    }
                })
                .thenApply(metadata -> job);
    }

    /** Writes again the jobs that Kafka did not accept. */
    synchronized void rewriteRejected() {
        for (var id : Set.copyOf(rejected)) {
            rejected.remove(id);
            var job = written.get(id);
            if (job != null) {
                var unused = write(job);
            }
        }
    }

    /** Writes a tombstone without a job when due, so that Kafka compacts the titles of deleted jobs away. */
    void triggerCompaction() {
        if (compactionSchedule.isDue()) {
            var unused = sender.send(topic, COMPACTION_KEY, null, null);
        }
    }

    /** Waits until this process has read the job back; other readers of the topic are then at most moments behind. */
    public Job awaitRead(Job job) {
        table.await(all -> isRead(job, all.get(job.id())), READ_TIMEOUT);
        return job;
    }

    private static boolean isRead(Job job, Job read) {
        return read != null && !read.changedAt().isBefore(job.changedAt());
    }

    /** Stores a new running job with a unique id. */
    public Job begin(String request, SessionId session) {
        var now = Instant.now();
        return put(new Job(Job.newId(), session, request, JobState.RUNNING, now, now));
    }

    /** Marks a job as alive; called every {@link #SIGN_OF_LIFE}. Does not wait. */
    public void touch(Job job) {
        var unused = sender.send(topic, job.id(), job.in(job.state(), Instant.now()), null);
    }

    public Job end(Job job, JobState state) {
        return put(job.in(state, Instant.now()));
    }

    /** @param frames all frames of the job */
    public Job end(Job job, JobState state, SentFrames frames) {
        return put(job.ended(state, frames, Instant.now()));
    }

    /** Removes a job. */
    public void forget(Job job) {
        sender.send(topic, job.id(), null, null).join();
        compactionSchedule.recordDeletion();
        written.remove(job.id());
    }

    private Job put(Job job) {
        sender.send(topic, job.id(), job, null).join();
        return job;
    }

    /** Registers a callback for when a bug stops the reading of jobs. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        table.onStop(callback);
    }

    @Override
    public Health health() {
        return table.health();
    }

    @Override
    public void close() {
        sender.close();
        table.close();
    }
}
