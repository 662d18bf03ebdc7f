package io.faceline.delivery.world;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.CloseableStack;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The world by the topics. They are read from when somebody first asks, since most installations have no receiver that shows
 * states. Thread-safe.
 */
public final class KafkaWorld implements Worlds, HealthCheck, AutoCloseable {
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(5);

    private final CloseableStack open = new CloseableStack();
    private final WorldState state = new WorldState(InstantSource.system());
    private final List<TopicReader<?>> tables = new ArrayList<>();
    private final List<TopicReader<?>> started = new CopyOnWriteArrayList<>();
    private final TopicReader<?> tracks;
    private boolean isStarted;

    public KafkaWorld(KafkaSettings kafka) {
        var topics = kafka.topics();
        var alerting = topics.alerting();
        table(kafka, topics.people(), person -> person.id().value(), state::person);
        table(kafka, topics.cameras(), camera -> camera.id().value(), state::camera);
        table(kafka, topics.cameraStates(), told -> told.camera().value(), state::cameraState);
        table(kafka, alerting.watchLists(), list -> list.id().value(), state::list);
        table(kafka, alerting.rules(), rule -> rule.id().value(), state::rule);
        table(kafka, alerting.alerts(), alert -> alert.id().value(), state::alert);
        tracks = open.add(new TopicReader<>(kafka, topics.tracks(), StartOffset.EARLIEST, read -> {
            var update = read.value();
            if (update != null) {
                state.track(update, read.timestamp());
            }
        }));
    }

    /** Takes a record, whose value is absent if it was deleted. */
    @FunctionalInterface
    private interface Taker<V> {
        void take(String key, @Nullable V value);
    }

    private <V> void table(KafkaSettings kafka, Topic<V> topic, Function<V, String> id, Taker<V> taker) {
        Consumer<ConsumedRecord<V>> take = read -> {
            var value = read.value();
            if (value == null || id.apply(value).equals(read.key())) {
                taker.take(read.key(), value);
            }
        };
        tables.add(open.add(new TopicReader<>(kafka, topic, StartOffset.EARLIEST, take)));
    }

    /** Registers a callback for when a bug ends the reading, called on a separate thread. Set before it is asked. */
    public void onStop(Consumer<Throwable> callback) {
        tables.forEach(reader -> reader.onStop(callback));
        tracks.onStop(callback);
    }

    /** Who was deleted is known before anything is said of where they were seen. */
    @Override
    public synchronized void awaitKnown() {
        if (isStarted) {
            return;
        }
        for (var reader : tables) {
            start(reader);
        }
        start(tracks);
        isStarted = true;
    }

    private void start(TopicReader<?> reader) {
        if (!started.contains(reader)) {
            reader.start();
            started.add(reader);
        }
        reader.awaitCaughtUp(READ_TIMEOUT);
    }

    @Override
    public World now() {
        return state.now();
    }

    @Override
    public long version() {
        return state.version();
    }

    @Override
    public Watch watch(Runnable changed) {
        return state.watch(changed);
    }

    /** Good as long as nobody asks. */
    @Override
    public Health health() {
        return Health.merge(started.stream().map(TopicReader::health).toList());
    }

    @Override
    public void close() {
        open.close();
    }
}
