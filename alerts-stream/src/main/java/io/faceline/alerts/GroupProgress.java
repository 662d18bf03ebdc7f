package io.faceline.alerts;

import io.faceline.alerts.judging.Progress;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.broker.RepeatedRequest;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.streams.StreamsProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks Kafka twice a second how far the group of the stage has come. A task that judges cannot know it: what concerns its
 * rules may still wait for a task of another instance that passes it on. First the ends of the topics that are passed on are
 * noted; once the group has read them, all of it is in {@code alert-observations}, whose ends are noted then; once the group
 * has read these as well, everything is judged that was written before the first look. Thread-safe.
 */
final class GroupProgress implements Progress, MeterBinder, AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final double MILLIS_PER_SECOND = 1000;

    private final String group;
    private final List<String> passed;
    private final List<String> judged;
    private final InstantSource clock;
    private final RepeatedRequest request;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final Instant createdAt;
    private volatile @Nullable Instant until;
    // Confined to the thread of the request.
    private @Nullable Round round;

    /**
     * Ends of topics that the group has to reach.
     *
     * @param isPassedOn whether these are those of the observations
     */
    private record Round(Instant begunAt, boolean isPassedOn, Map<TopicPartition, Long> ends) {}

    GroupProgress(KafkaSettings kafka, InstantSource clock) {
        this.group = StreamsProperties.applicationId(kafka, AlertsMain.NAME);
        this.clock = clock;
        this.createdAt = clock.instant();
        var topics = kafka.topics();
        this.passed = names(topics.tracks(), topics.cameraStates());
        this.judged = names(observations(topics));
        this.request = new RepeatedRequest(AlertsMain.NAME + "-progress", ClientProperties.admin(kafka), this::look);
    }

    private static Topic<?> observations(Topics topics) {
        return topics.alerting().observations();
    }

    private static List<String> names(Topic<?>... topics) {
        return List.of(topics).stream().map(Topic::name).toList();
    }

    /** The first call starts the requests. */
    @Override
    public Optional<Instant> until() {
        if (isStarted.compareAndSet(false, true)) {
            request.start(Duration.ZERO, INTERVAL);
        }
        return Optional.ofNullable(until);
    }

    private void look(Admin asked) throws ExecutionException, TimeoutException, InterruptedException {
        var current = round;
        if (current == null) {
            var now = clock.instant();
            current = new Round(now, false, ends(asked, passed));
        }
        if (!current.isPassedOn() && isReached(asked, current)) {
            current = new Round(current.begunAt(), true, ends(asked, judged));
        }
        if (current.isPassedOn() && isReached(asked, current)) {
            until = current.begunAt();
            current = null;
        }
        round = current;
    }

    /** With what is not committed: the group's commit may be seen before that of the records. */
    private static Map<TopicPartition, Long> ends(Admin asked, List<String> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        var partitions = await(asked.describeTopics(topics).allTopicNames()).entrySet().stream()
                .flatMap(topic -> topic.getValue().partitions().stream()
                        .map(partition -> new TopicPartition(topic.getKey(), partition.partition())))
                .collect(Collectors.toSet());
        return offsets(asked, partitions, OffsetSpec.latest());
    }

    private boolean isReached(Admin asked, Round of) throws ExecutionException, TimeoutException, InterruptedException {
        var next = new HashMap<TopicPartition, Long>();
        await(asked.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> {
                    if (committed != null) {
                        next.put(partition, committed.offset());
                    }
                });
        next.putAll(offsets(asked, without(next.keySet(), of.ends().keySet()), OffsetSpec.earliest()));
        return of.ends().entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Partitions of which nothing was ever read. */
    private static Set<TopicPartition> without(Set<TopicPartition> committed, Set<TopicPartition> all) {
        return all.stream().filter(partition -> !committed.contains(partition)).collect(Collectors.toSet());
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
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("faceline.alerts.behind", this, GroupProgress::secondsBehind)
                .description("Seconds of which it is not known whether all that was written is judged")
                .register(registry);
    }

    private double secondsBehind() {
        var since = until().orElse(createdAt);
        return Duration.between(since, clock.instant()).toMillis() / MILLIS_PER_SECOND;
    }

    @Override
    public void close() {
        request.close();
    }
}
