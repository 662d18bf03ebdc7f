package io.faceline.alerts.passing;

import io.faceline.alerts.known.Books;
import io.faceline.alerts.node.Nodes;
import io.faceline.alerts.node.ReadUntil;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.topic.Retention;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.store.DeadLetterBox;
import io.faceline.runtime.store.PacedCommits;
import io.faceline.runtime.store.Table;
import io.faceline.runtime.streams.BadRecordException;
import io.faceline.runtime.streams.KeyPartition;
import io.faceline.runtime.streams.RecordGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Passes on the tracks of a task, and their pictures. */
public final class PassTracks implements Processor<String, Object, String, Object> {
    static final String UNTIL = "passed-until";
    static final String TRACKS = "passed-tracks";
    static final String PICTURES = "waiting-pictures";

    private static final String WRITE_OBSERVATIONS = "write-observations";
    private static final String WRITE_DEAD_LETTERS = "write-dead-letters";
    private static final String READ_TRACKS = "read-tracks";
    private static final String READ_TRACK_SHOTS = "read-track-shots";
    private static final String PASS_TRACKS = "pass-tracks";

    /** As that of the stage: a track that comes alone does not wait. */
    private static final Duration COMMIT = Duration.ofMillis(50);

    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    /** No record has this key. */
    private static final String SENTINEL = "|";

    private final Retention retention;
    private final Function<ProcessorContext<?, ?>, Books> books;
    private final DeadLetterBox letters;
    private @Nullable Running running;

    /** What there is from the start of the task on. */
    private record Running(
            ProcessorContext<String, Object> context,
            RecordGuard guard,
            KeyPartition keyPartition,
            ReadClock clock,
            PassTables tables,
            CompactionSchedule compaction,
            PassTask task) {}

    private PassTracks(Retention retention, Function<ProcessorContext<?, ?>, Books> books, DeadLetterBox letters) {
        this.retention = retention;
        this.books = books;
        this.letters = letters;
    }

    /** @param letters records of rules, people and the like that are none */
    public static void addTo(
            Topology topology, Topics topics, Function<ProcessorContext<?, ?>, Books> books, DeadLetterBox letters) {
        Nodes.source(topology, READ_TRACKS, topics.tracks());
        Nodes.source(topology, READ_TRACK_SHOTS, topics.alerting().trackShots());
        topology.addProcessor(
                PASS_TRACKS, () -> new PassTracks(topics.retention(), books, letters), READ_TRACKS, READ_TRACK_SHOTS);
        new Nodes(topology, topics, PASS_TRACKS)
                .store(UNTIL, ReadUntil.class)
                .store(TRACKS, PassedTrack.class)
                .store(PICTURES, WaitingPicture.class)
                .repeatedSink(WRITE_OBSERVATIONS, topics.alerting().observations())
                .sink(WRITE_DEAD_LETTERS, topics.deadLetters());
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        var compaction =
                new CompactionSchedule(retention.replaced(), () -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
        var tables = new PassTables(
                Nodes.table(context, UNTIL), Nodes.table(context, TRACKS), Nodes.table(context, PICTURES));
        var commits = PacedCommits.start(context, COMMIT);
        var task = new PassTask(
                tables,
                books.apply(context),
                (rule, observation) -> {
                    forward(context, rule, observation);
                    commits.request();
                },
                retention.matches(),
                compaction::recordDeletion);
        running = new Running(
                context,
                RecordGuard.in(context.appConfigs()),
                KeyPartition.of(context.appConfigs()),
                new ReadClock(() -> Instant.ofEpochMilli(context.currentSystemTimeMs())),
                tables,
                compaction,
                task);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> onTime());
        context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> sweep());
    }

    private static void forward(ProcessorContext<String, Object> context, RuleId rule, Observation observation) {
        context.forward(new Record<>(rule.value(), observation, context.currentSystemTimeMs()), WRITE_OBSERVATIONS);
    }

    @Override
    public void process(Record<String, Object> read) {
        var at = Instant.ofEpochMilli(read.timestamp());
        if (read.value() instanceof TrackUpdate track) {
            requireKey(read.key(), track.source());
            work(() -> running().task().on(track, new ReadUntil(offset(), at)));
        } else if (read.value() instanceof TrackPicture picture) {
            requireKey(read.key(), read.key());
            work(() -> running().task().on(read.key(), picture, at));
        } else {
            throw new BadRecordException("the record is neither a track nor a picture of one");
        }
        running().clock().arrived(at);
    }

    private long offset() {
        return running().context().recordMetadata().orElseThrow().offset();
    }

    /** A record during which the stage ended repeatedly becomes a dead letter: nobody waits for an answer. */
    private void work(Runnable work) {
        running().guard().work(running().context().recordMetadata().orElse(null), work, () -> {});
    }

    private void requireKey(@Nullable String key, @Nullable String source) {
        if (key == null || !key.equals(source)) {
            throw new BadRecordException("the key must be the source " + source + ", was " + key);
        }
        running().keyPartition().require(key, running().context().taskId().partition());
    }

    private void onTime() {
        var known = running();
        known.clock().tick();
        letters.drain(letter -> known.context().forward(letter, WRITE_DEAD_LETTERS));
        known.task().refresh();
        if (known.compaction().isDue()) {
            List.<Table<?>>of(
                            known.tables().until(),
                            known.tables().tracks(),
                            known.tables().pictures())
                    .forEach(table -> table.remove(SENTINEL));
        }
    }

    private void sweep() {
        running().task().forget(running().clock().now());
    }

    private Running running() {
        return Objects.requireNonNull(running, "not initialised");
    }
}
