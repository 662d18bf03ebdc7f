package io.faceline.runtime.streams;

import io.faceline.runtime.broker.RepeatedRequest;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts from time to time the records of this instance's partitions that wait for too long. A record counts by the time that
 * the broker gave it, so that a backlog is seen at once after a start. Thread-safe.
 */
final class Backlog implements AutoCloseable {
    /** Much less than an answer is waited for, since the frame passes several stages. */
    static final Duration MAX_AGE = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String stage;
    private final KafkaSettings kafka;
    private final Duration maxAge;
    private final Supplier<Set<TopicPartition>> partitions;
    private final RepeatedRequest request;
    private volatile long overdue;

    /**
     * @param maxAge of a record that is not worked on yet
     * @param partitions those that this instance works on now
     */
    Backlog(String stage, KafkaSettings kafka, Duration maxAge, Supplier<Set<TopicPartition>> partitions) {
        this.stage = stage;
        this.kafka = kafka;
        this.maxAge = maxAge;
        this.partitions = partitions;
        this.request = new RepeatedRequest(stage + "-backlog", ClientProperties.admin(kafka), this::count);
    }

    void start() {
        var interval = INTERVAL.compareTo(maxAge) < 0 ? INTERVAL : maxAge;
        request.start(interval, interval);
    }

    /** Why answers come late; empty if they do not. */
    Optional<String> reason() {
        var count = overdue;
        return count == 0
                ? Optional.empty()
                : Optional.of(stage + " has a backlog: " + count + " unread records are older than "
                        + maxAge.toMillis() / 1e3 + " s");
    }

    /** After a request that failed the last count stands; the contact to the broker is checked elsewhere. */
    private void count(Admin asked) throws ExecutionException, TimeoutException, InterruptedException {
        var own = partitions.get();
        overdue = own.isEmpty() ? 0 : overdueOf(asked, own);
    }

    private long overdueOf(Admin asked, Set<TopicPartition> own)
            throws ExecutionException, TimeoutException, InterruptedException {
        var old = OffsetSpec.forTimestamp(System.currentTimeMillis() - maxAge.toMillis());
        var firstYoung = offsets(asked, own, old);
        var withoutYoung = own.stream()
                .filter(partition -> firstYoung.getOrDefault(partition, -1L) < 0)
                .collect(Collectors.toSet());
        var dueUntil = new HashMap<>(firstYoung);
        dueUntil.putAll(offsets(asked, withoutYoung, OffsetSpec.latest()));
        // Last, so that what is read meanwhile does not count.
        var next = next(asked, own);
        return own.stream()
                .mapToLong(partition -> Math.max(
                        0, dueUntil.getOrDefault(partition, 0L) - next.getOrDefault(partition, Long.MAX_VALUE)))
                .sum();
    }

    /** The first offset of each partition that is not worked on yet. */
    private Map<TopicPartition, Long> next(Admin asked, Set<TopicPartition> own)
            throws ExecutionException, TimeoutException, InterruptedException {
        var next = new HashMap<TopicPartition, Long>();
        await(asked.listConsumerGroupOffsets(StreamsProperties.applicationId(kafka, stage))
                        .partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> {
                    if (committed != null && own.contains(partition)) {
                        next.put(partition, committed.offset());
                    }
                });
        var neverCommitted =
                own.stream().filter(partition -> !next.containsKey(partition)).collect(Collectors.toSet());
        next.putAll(offsets(asked, neverCommitted, OffsetSpec.earliest()));
        return next;
    }

    private static Map<TopicPartition, Long> offsets(Admin asked, Collection<TopicPartition> of, OffsetSpec spec)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (of.isEmpty()) {
            return Map.of();
        }
        var found = await(asked.listOffsets(of.stream().collect(Collectors.toMap(partition -> partition, any -> spec)))
                .all());
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, offset -> offset.getValue()
                .offset()));
    }

    private static <T> T await(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        request.close();
    }
}
