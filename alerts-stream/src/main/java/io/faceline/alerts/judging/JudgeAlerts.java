package io.faceline.alerts.judging;

import io.faceline.alerts.known.Books;
import io.faceline.alerts.node.Nodes;
import io.faceline.alerts.node.ReadUntil;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.store.DeadLetterBox;
import io.faceline.runtime.streams.BadRecordException;
import io.faceline.runtime.streams.KeyPartition;
import io.faceline.runtime.streams.RecordGuard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Judges what concerns the rules of a task, and what people say of their alerts. */
public final class JudgeAlerts implements Processor<String, Object, String, Object> {
    static final String MEMORY = "judges";
    static final String PICTURES = "track-pictures";
    static final String MARKS = "alert-marks";
    static final String EARLY = "early-observations";
    static final String UNTIL = "judged-until";

    static final String WRITE_ALERTS = "write-alerts";
    static final String WRITE_ALERT_SHOTS = "write-alert-shots";

    private static final String WRITE_DEAD_LETTERS = "write-dead-letters-of-judges";
    private static final String READ_OBSERVATIONS = "read-observations";
    private static final String READ_CHANGES = "read-alert-changes";
    private static final String JUDGE_ALERTS = "judge-alerts";

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final Parts parts;
    private final Topics topics;
    private final DeadLetterBox letters;
    private @Nullable Running running;

    /**
     * What the stage works with.
     *
     * @param books makes the rule book of a task
     */
    public record Parts(
            Function<ProcessorContext<?, ?>, Books> books,
            JudgeFactory judges,
            Progress progress,
            AlertsMetrics metrics) {}

    /** What there is from the start of the task on. */
    private record Running(
            ProcessorContext<String, Object> context, RecordGuard guard, KeyPartition keyPartition, JudgeTask task) {}

    private JudgeAlerts(Parts parts, Topics topics, DeadLetterBox letters) {
        this.parts = parts;
        this.topics = topics;
        this.letters = letters;
    }

    /** @param letters records of rules, people and the like that are none */
    public static void addTo(Topology topology, Topics topics, Parts parts, DeadLetterBox letters) {
        Nodes.repeatedSource(topology, READ_OBSERVATIONS, topics.alerting().observations());
        Nodes.source(topology, READ_CHANGES, topics.alerting().changes());
        topology.addProcessor(
                JUDGE_ALERTS, () -> new JudgeAlerts(parts, topics, letters), READ_OBSERVATIONS, READ_CHANGES);
        new Nodes(topology, topics, JUDGE_ALERTS)
                .store(MEMORY, Serdes.ByteArray())
                .store(PICTURES, KeptPicture.class)
                .store(MARKS, AlertMark.class)
                .store(EARLY, EarlyRecord.class)
                .store(UNTIL, ReadUntil.class)
                .sink(WRITE_ALERTS, topics.alerting().alerts())
                .sink(WRITE_ALERT_SHOTS, topics.alerting().shots())
                .sink(WRITE_DEAD_LETTERS, topics.deadLetters());
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        var keyPartition = KeyPartition.of(context.appConfigs());
        running = new Running(context, RecordGuard.in(context.appConfigs()), keyPartition, task(context, keyPartition));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> onTime());
        context.schedule(
                SWEEP, PunctuationType.WALL_CLOCK_TIME, now -> running().task().forget());
    }

    private JudgeTask task(ProcessorContext<String, Object> context, KeyPartition keyPartition) {
        var tables = new JudgeTables(
                Nodes.table(context, MEMORY),
                Nodes.table(context, PICTURES),
                Nodes.table(context, MARKS),
                Nodes.table(context, EARLY),
                Nodes.table(context, UNTIL));
        InstantSource clock = () -> Instant.ofEpochMilli(context.currentSystemTimeMs());
        var out = new ForwardingOutbox(context);
        var compaction = new CompactionTrigger(
                out, tables.all(), clock, topics.retention().replaced());
        var partition = context.taskId().partition();
        return new JudgeTask(
                tables,
                parts.books().apply(context),
                new AlertPictures(tables.pictures(), tables.marks(), out, compaction),
                compaction,
                parts.judges(),
                rule -> keyPartition.holds(rule.value(), partition),
                parts.metrics(),
                clock);
    }

    @Override
    public void process(Record<String, Object> read) {
        var rule = ruleOf(read.key());
        var position = new ReadUntil(offset(), Instant.ofEpochMilli(read.timestamp()));
        if (read.value() instanceof Observation observation) {
            work(() -> running().task().on(rule, observation, position));
        } else if (read.value() instanceof AlertChange change) {
            work(() -> running().task().on(rule, change, position));
        } else {
            throw new BadRecordException("the record is neither an observation nor a change");
        }
    }

    private RuleId ruleOf(@Nullable String key) {
        var rule = Optional.ofNullable(key)
                .flatMap(RuleId::parse)
                .orElseThrow(() -> new BadRecordException("the key must be a rule's id, was " + key));
        running()
                .keyPartition()
                .require(rule.value(), running().context().taskId().partition());
        return rule;
    }

    private long offset() {
        return running().context().recordMetadata().orElseThrow().offset();
    }

    /** A record during which the stage ended repeatedly becomes a dead letter: nobody waits for an answer. */
    private void work(Runnable work) {
        running()
                .guard()
                .work(
                        running().context().recordMetadata().orElse(null),
                        () -> parts.metrics().time(work),
                        () -> {});
    }

    private void onTime() {
        var known = running();
        letters.drain(letter -> known.context().forward(letter, WRITE_DEAD_LETTERS));
        known.task().onTime(parts.progress().until());
        parts.metrics().open(known.context().taskId(), known.task().openAlerts());
    }

    @Override
    public void close() {
        parts.metrics().closed(running().context().taskId());
    }

    private Running running() {
        return Objects.requireNonNull(running, "not initialised");
    }
}
