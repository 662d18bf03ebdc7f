package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Waits until what the matcher wrote can be read: people by this process, references as of a gallery version. Reads the
 * end of {@code gallery} without its values. Thread-safe.
 */
public final class VisibleWrites implements HealthCheck, AutoCloseable {
    /** The gallery version of an answer that changed no shared reference. */
    private static final long NONE = -1;

    private final TableReader<?> people;
    private final TopicReader<byte[]> gallery;
    private final Duration timeout;

    /**
     * @param people this process's table of people, which it starts and closes itself
     * @param timeout after which a write counts as not visible yet
     */
    public VisibleWrites(KafkaSettings kafka, TableReader<?> people, Duration timeout) {
        var topic = kafka.topics().gallery();
        this.people = people;
        this.timeout = timeout;
        this.gallery = new TopicReader<>(
                kafka,
                new Topic<>(topic.name(), Serdes.ByteArray(), topic.spread(), topic.config()),
                StartOffset.LATEST,
                read -> {});
    }

    /** Returns once every later write will be seen. */
    public void start() {
        gallery.start();
    }

    /**
     * Completes with the gallery version that includes the writes, -1 if they changed no shared reference; with a
     * {@link java.util.concurrent.TimeoutException} if they are not visible in time.
     */
    public CompletableFuture<Long> whenVisible(Written written) {
        var seen = written.people() == 0
                ? CompletableFuture.completedFuture(NONE)
                : people.writes().whenRead(written.ofPeople());
        var indexed = written.gallery() == 0
                ? CompletableFuture.completedFuture(NONE)
                : gallery.writes().whenRead(written.ofGallery());
        var visible = seen.thenCombine(indexed, (ignored, version) -> version)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        var unused = visible.whenComplete((version, failure) -> {
            seen.cancel(false);
            indexed.cancel(false);
        });
        return visible;
    }

    /**
     * Completes an answer with the value of this record when what was written for it can be read, at once if nothing
     * was.
     *
     * @param atVersion the answer as of a gallery version
     * @param notYetVisible the failure if the writes cannot be read in time
     */
    public <T> void completeOnceVisible(
            CompletableFuture<T> answer,
            ConsumedRecord<T> read,
            BiFunction<T, Long, T> atVersion,
            Function<T, RuntimeException> notYetVisible) {
        var value = Objects.requireNonNull(read.value(), "an answer is no tombstone");
        if (read.written().isEmpty()) {
            answer.complete(value);
            return;
        }
        var unused = whenVisible(read.written().get()).whenComplete((version, failure) -> {
            if (failure == null) {
                answer.complete(atVersion.apply(value, version));
            } else {
                answer.completeExceptionally(notYetVisible.apply(value));
            }
        });
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        gallery.onStop(callback);
    }

    @Override
    public Health health() {
        return gallery.health();
    }

    @Override
    public void close() {
        gallery.close();
    }
}
