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
 * Hands the probes of one job, answered and with their embeddings, to a consumer: in order of their sequence from 0,
 * without gaps, each once, on one daemon thread. Reads {@code matches} and {@code embeddings} for the job's session
 * alone. A consumer that is slow slows the reading. When reading or the consumer fails, {@link #health()} is dead and
 * {@link #awaitDelivered} says why. All methods are safe for all threads.
 */
public final class JobReader implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobReader.class);
    private static final Duration EMBEDDINGS_WAIT = Duration.ofSeconds(5);
    private static final long CLOSE_WITHIN_MILLIS = 5_000;
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The largest window a job may have (FACELINE_WINDOW) is 1000: a running job never holds more. */
    private static final int MAX_HELD = 1024;

    private final String job;
    private final Consumer<AnsweredFrame> consumer;
    private final TopicReader<Match> matches;
    private final TopicReader<Embeddings> embeddings;
    private final Thread worker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by the lock.
    private final FrameReorderBuffer frames = new FrameReorderBuffer(EMBEDDINGS_WAIT, System::nanoTime);
    private long delivered;
    private boolean closed;
    private Optional<Throwable> failure = Optional.empty();

    /**
     * @param job what the frames of the job have for their source
     * @param from {@link StartOffset#LATEST} for a job that begins after {@link #start}; an earlier time reads answers back
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

    /** Returns once it hears every answer from now on. */
    public void start() {
        embeddings.start();
        matches.start();
        worker.start();
    }

    /** Awaits that all answers that were there at the start were read; throws as {@link #awaitDelivered} does. */
    public void awaitCaughtUp(Duration atMost) {
        matches.awaitCaughtUp(atMost);
    }

    /** Whether this frame's answer was read, or the frame was skipped and passed by. */
    public boolean isAnswered(long sequence) {
        return ask(() -> frames.isAnswered(sequence));
    }

    /** No answer will come for this frame: it went to dead letters, or its sender gave it up. The others go on. */
    public void skip(long sequence) {
        change(() -> frames.skip(sequence));
    }

    /** How many frames went to the consumer, and through it, or were skipped. */
    public long delivered() {
        return ask(() -> delivered);
    }

    /**
     * Awaits that all frames of a sequence below {@code count} went through the consumer or were skipped.
     *
     * @throws WaitTimeoutException when it takes longer, or the thread is interrupted
     * @throws IllegalStateException when reading or the consumer failed, or the reader was closed
     */
    public void awaitDelivered(long count, Duration atMost) {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (delivered < count) {
                if (hasEnded()) {
                    throw new IllegalStateException("reading the frames of " + job + " ended", failure.orElse(null));
                }
                if (left <= 0) {
                    throw new WaitTimeoutException("after " + atMost.toMillis() + " ms frame " + delivered + " of "
                            + job + " is still not answered");
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
        return ask(() -> failure.map(cause -> Health.dead("reading the frames of " + job + " ended: " + cause))
                .orElseGet(() -> Health.merge(List.of(matches.health(), embeddings.health()))));
    }

    /** Stops within moments, whatever was delivered; safe to repeat. */
    @Override
    public void close() {
        change(() -> closed = true);
        matches.close();
        embeddings.close();
        try {
            if (worker != Thread.currentThread()) {
                worker.join(CLOSE_WITHIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(ConsumedRecord<Match> read) {
        var match = read.value();
        if (match != null && isOurs(match.facts())) {
            take(() -> frames.answered(match), frames::awaitingEmbeddings);
        }
    }

    private void embedded(ConsumedRecord<Embeddings> read) {
        var made = read.value();
        if (made != null && isOurs(made.facts())) {
            take(() -> frames.embedded(made), frames::awaitingAnswers);
        }
    }

    private boolean isOurs(FrameFacts facts) {
        return facts.source().equals(job) && facts.role() instanceof Role.Probe;
    }

    /** @param lead how far this reader is ahead of the other */
    private void take(Runnable addition, LongSupplier lead) {
        change(() -> {
            awaitRoom(lead);
            addition.run();
        });
    }

    /**
     * Lets the consumer catch up, or the other of the two readers. The latter for a moment only: what the other misses
     * may have expired.
     */
    private void awaitRoom(LongSupplier lead) {
        try {
            var left = TICK_NANOS;
            while (frames.size() >= MAX_HELD && !hasEnded() && left > 0) {
                if (!frames.isNextDue() && lead.getAsLong() < MAX_HELD / 2) {
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
            LOG.error("delivering ended job={}", job, e);
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

    private <T> T ask(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
