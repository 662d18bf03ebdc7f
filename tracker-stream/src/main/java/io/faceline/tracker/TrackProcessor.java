package io.faceline.tracker;

import io.faceline.contracts.track.Sighting;
import io.faceline.runtime.store.DeadLetterBox;
import io.faceline.runtime.store.StoreTable;
import io.faceline.runtime.store.Table;
import io.faceline.runtime.streams.BadRecordException;
import io.faceline.runtime.streams.KeyPartition;
import io.faceline.runtime.streams.RecordGuard;
import io.faceline.tracker.known.KnownStores;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Processes the sightings of a task. */
final class TrackProcessor implements Processor<String, Sighting, String, Object> {
    private static final Duration TICK = Duration.ofMillis(200);

    /** Without a record for so long the task has read all there are, and the broker's clock is near that of this machine. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** The same for the first record: it is late when partitions move. */
    private static final Duration IDLE_AT_START = Duration.ofSeconds(30);

    private final DeadLetterBox letters;
    private final int window;
    private final Duration segment;
    private final TrackerMetrics metrics;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable TrackerTask task;
    private @Nullable RecordGuard guard;
    private @Nullable KeyPartition keyPartition;
    private Instant lastArrivedAt = Instant.EPOCH;
    private Instant idleFrom = Instant.MAX;
    private Instant lastTick = Instant.MAX;

    /**
     * @param segment the age at which a write rolls the segment of a compacted topic
     * @param letters records of jobs, people and sessions that are none
     */
    TrackProcessor(int window, Duration segment, TrackerMetrics metrics, DeadLetterBox letters) {
        this.segment = segment;
        this.letters = letters;
        this.window = window;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        guard = RecordGuard.in(context.appConfigs());
        keyPartition = KeyPartition.of(context.appConfigs());
        lastTick = now();
        idleFrom = lastTick.plus(IDLE_AT_START);
        var tables = tables(context);
        var out = new ForwardingOutbox(context, metrics);
        var compaction = new CompactionTrigger(tables, out, this::now, segment);
        task = new TrackerTask(tables, KnownStores.of(context), window, out, compaction);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> onTime());
    }

    @Override
    public void process(Record<String, Sighting> read) {
        var sighting = read.value();
        if (sighting == null) {
            throw new BadRecordException("the record has no value");
        }
        requireKey(read.key(), sighting);
        lastArrivedAt = Instant.ofEpochMilli(read.timestamp());
        idleFrom = now().plus(IDLE);
        Objects.requireNonNull(guard, "not initialised")
                .work(
                        initialised().recordMetadata().orElse(null),
                        () -> metrics.time(() -> task().on(sighting, lastArrivedAt)),
                        // Like a frame that its sender gave up.
                        () -> {});
    }

    @Override
    public void close() {
        metrics.closed(initialised().taskId());
    }

    private void onTime() {
        noteStandstill();
        sendDeadLetters();
        task().onTime(now().isAfter(idleFrom) ? now() : lastArrivedAt);
        metrics.open(initialised().taskId(), task().openTracks());
    }

    /**
     * A process that stood still may have lost its partitions, and does not know it yet: its sources are silent because
     * another reads them.
     */
    private void noteStandstill() {
        var now = now();
        if (now.isAfter(lastTick.plus(IDLE))) {
            idleFrom = now.plus(IDLE_AT_START);
        }
        lastTick = now;
    }

    private void sendDeadLetters() {
        letters.drain(letter -> initialised().forward(letter, TrackerTopology.WRITE_DEAD_LETTERS));
    }

    private void requireKey(@Nullable String key, Sighting sighting) {
        var source = sighting.match().facts().source();
        if (!source.equals(key)) {
            throw new BadRecordException("the key must be the source " + source + ", was " + key);
        }
        Objects.requireNonNull(keyPartition, "not initialised")
                .require(key, initialised().taskId().partition());
    }

    private Instant now() {
        return Instant.ofEpochMilli(initialised().currentSystemTimeMs());
    }

    private ProcessorContext<String, Object> initialised() {
        return Objects.requireNonNull(context, "not initialised");
    }

    private TrackerTask task() {
        return Objects.requireNonNull(task, "not initialised");
    }

    private static TrackerTables tables(ProcessorContext<String, Object> context) {
        return new TrackerTables(
                table(context, TrackerTopology.SOURCES),
                table(context, TrackerTopology.WAITING),
                table(context, TrackerTopology.ENDED),
                table(context, TrackerTopology.APPEARANCES),
                table(context, TrackerTopology.VIDEOS));
    }

    private static <V> Table<V> table(ProcessorContext<String, Object> context, String name) {
        return new StoreTable<>(context.<KeyValueStore<String, V>>getStateStore(name));
    }
}
