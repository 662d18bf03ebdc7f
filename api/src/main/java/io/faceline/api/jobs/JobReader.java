package io.faceline.api.jobs;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.FrameReorderBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the answered probes of a job with their embeddings to a consumer: in order of their sequence from 0, without
 * gaps, each once, on one daemon thread. Reads {@code matches} and {@code embeddings} of the job's session only. A slow
 * consumer slows the reading down. When reading or the consumer fails, {@link #health()} is dead and {@link
 * #awaitDelivered} throws the cause. Thread-safe.
 */
public final class JobReader implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobReader.class);
    private static final Duration EMBEDDINGS_TIMEOUT = Duration.ofSeconds(5);
    private static final long CLOSE_TIMEOUT_MILLIS = 5_000;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Above the maximum window of a job (FACELINE_WINDOW), which is 1000, so that a running job never reaches it. */
    private static final int MAX_BUFFERED = 1024;

    private final String job;
    private final Consumer<AnsweredFrame> consumer;
    private final TopicReader<Match> matches;
    private final TopicReader<Embeddings> embeddings;
    private final Thread worker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // The following fields are guarded by the lock. Error Prone cannot check it, as locked() and change() run lambdas.
    private final FrameReorderBuffer frames = new FrameReorderBuffer(EMBEDDINGS_TIMEOUT, System::nanoTime);
    private long delivered;
    private boolean closed;
    private Optional<Throwable> failure = Optional.empty();

    /**
     * @param job the source of the frames of the job
     * @param from {@link StartOffset#LATEST} for a job that begins after {@link #start}; an earlier time to read old
     *     answers
     */
    public JobReader(
            KafkaSettings kafka, SessionId session, String job, StartOffset from, Consumer<AnsweredFrame> consumer) {
        var topics = kafka.topics();
        this.job = job;
        this.consumer = consumer;
        this.matches = TopicReader.ofKey(kafka, topics.matches(), session.value(), from, this::answered);
        this.embeddings = TopicReader.ofKey(kafka, topics.embeddings(), session.value(), from, this::embedded);
        this.worker = DaemonThreads.of("deliver-" + job, this::deliver);
    }

    /** Returns once every later answer will be received. */
    public void start() {
        embeddings.start();
        matches.start();
        worker.start();
    }

    /** Waits until all answers that existed at the start were read; throws as {@link #awaitDelivered} does. */
    public void awaitCaughtUp(Duration timeout) {
        matches.awaitCaughtUp(timeout);
    }

    /** Whether the answer to this frame was read, or the frame was skipped. */
    public boolean isAnswered(long sequence) {
        return locked(() -> frames.isAnswered(sequence));
    }

    /** Skips a frame that will not be answered, because it is a dead letter or its sender gave up. */
    public void skip(long sequence) {
        change(() -> frames.skip(sequence));
    }

    /** Number of frames that the consumer has processed or that were skipped. */
    public long delivered() {
        return locked(() -> delivered);
    }

    /**
     * Waits until the consumer has processed all frames with a sequence below {@code count}, or they were skipped.
     *
     * @throws WaitTimeoutException when it takes longer, or the thread is interrupted
     * @throws IllegalStateException when reading or the consumer failed, or the reader was closed
     */
    public void awaitDelivered(long count, Duration timeout) {
        lock.lock();
        try {
            var left = timeout.toNanos();
            while (delivered < count) {
                if (hasEnded()) {
                    throw new IllegalStateException("reading the frames of " + job + " ended", failure.orElse(null));
                }
                if (left <= 0) {
                    throw new WaitTimeoutException("frame " + delivered + " of " + job + " was not answered within "
                            + timeout.toMillis() + " ms");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitTimeoutException("interrupted while waiting for the frames of " + job);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Health health() {
        return locked(() -> failure.map(cause -> Health.dead("reading the frames of " + job + " ended: " + cause))
                .orElseGet(() -> Health.merge(List.of(matches.health(), embeddings.health()))));
    }

    /** Stops within moments without delivering the rest. Idempotent. */
    @Override
    public void close() {
        change(() -> closed = true);
        matches.close();
        embeddings.close();
        try {
            if (worker != Thread.currentThread()) {
                worker.join(CLOSE_TIMEOUT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(ConsumedRecord<Match> read) {
        var match = read.value();
        if (match != null && isOfJob(match.facts())) {
            buffer(() -> frames.answered(match), frames::awaitingEmbeddings);
        }
    }

    private void embedded(ConsumedRecord<Embeddings> read) {
        var embedded = read.value();
        if (embedded != null && isOfJob(embedded.facts())) {
            buffer(() -> frames.embedded(embedded), frames::awaitingAnswers);
        }
    }

    private boolean isOfJob(FrameFacts facts) {
        return facts.source().equals(job) && facts.role() instanceof Role.Probe;
    }

    /** @param lead number of frames that this reader is ahead of the other */
    private void buffer(Runnable addition, LongSupplier lead) {
        change(() -> {
            awaitCapacity(lead);
            addition.run();
        });
    }

    /**
     * Waits for the consumer or the other reader to catch up; for the other reader only briefly, as its records may have
     * expired.
     */
    private void awaitCapacity(LongSupplier lead) {
        try {
            var left = TICK_NANOS;
            while (frames.size() >= MAX_BUFFERED && !hasEnded() && left > 0) {
                if (!frames.isNextDue() && lead.getAsLong() < MAX_BUFFERED / 2) {
                    return;
                }
                left = changed.awaitNanos(left);
                left = frames.isNextDue() ? TICK_NANOS : left;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver() {
        try {
            for (var frame = next(); frame.isPresent(); frame = next()) {
                consumer.accept(frame.get());
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            LOG.error("event=delivery_failed job={}", job, e);
            change(() -> failure = Optional.of(e));
        }
    }

    /** Waits for the next frame; empty when closed. */
    private Optional<AnsweredFrame> next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                if (embeddings.health().ready()) {
                    frames.embeddingsCaughtUp();
                }
                var frame = frames.poll();
                delivered = frame.map(due -> due.facts().sequence()).orElse(frames.next());
                changed.signalAll();
                if (frame.isPresent()) {
                    return frame;
                }
                throwIfDead();
                var unused = changed.awaitNanos(TICK_NANOS);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void throwIfDead() {
        var readers = Health.merge(List.of(matches.health(), embeddings.health()));
        if (!readers.live()) {
            throw new IllegalStateException(String.join("; ", readers.reasons()));
        }
    }

    private boolean hasEnded() {
        return closed || failure.isPresent();
    }

    private <T> T locked(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
