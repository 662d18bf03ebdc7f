package io.faceline.matcher;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.identity.SessionId;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.people.PeopleTable;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.matcher.store.DeadLetterBox;
import io.faceline.matcher.store.GlobalStore;
import io.faceline.matcher.store.Outbox;
import io.faceline.matcher.store.StoreTable;
import io.faceline.matcher.store.Table;
import io.faceline.runtime.streams.BadRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Processes frames and changes in a single node, so that one task handles all records of a session in order. */
final class MatchProcessor implements Processor<String, Object, String, Object> {
    private static final Duration TICK = Duration.ofSeconds(20);
    private static final int TICKS_PER_EXPIRY = 10;

    private final Models models;
    private final MatcherSettings settings;
    private final Duration segment;
    private final MatcherMetrics metrics;
    private final Function<ProcessorContext<String, Object>, Outbox> outbox;
    private final DeadLetterBox deadLetters;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable MatcherTask task;

    /** @param segment the age at which a write rolls the segment of a compacted topic */
    MatchProcessor(
            Models models,
            MatcherSettings settings,
            Duration segment,
            MatcherMetrics metrics,
            Function<ProcessorContext<String, Object>, Outbox> outbox,
            DeadLetterBox deadLetters) {
        this.models = models;
        this.settings = settings;
        this.segment = segment;
        this.metrics = metrics;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        var opened = open(context);
        opened.prepare();
        task = opened;
        context.schedule(tick(), PunctuationType.WALL_CLOCK_TIME, now -> onTime());
    }

    @Override
    public void process(Record<String, Object> read) {
        sendDeadLetters();
        if (read.value() instanceof Embeddings frame) {
            requireKey(read, frame.facts().session());
            task().on(frame);
        } else if (read.value() instanceof Change change) {
            requireKey(read, change.session());
            task().on(change);
        } else {
            throw new BadRecordException("the record is neither a frame nor a change");
        }
    }

    private void onTime() {
        sendDeadLetters();
        task().onTime();
    }

    private void sendDeadLetters() {
        var initialised = Objects.requireNonNull(context, "not initialised");
        deadLetters.drain(letter -> initialised.forward(
                letter.withTimestamp(initialised.currentSystemTimeMs()), MatcherTopology.WRITE_DEAD_LETTERS));
    }

    /** With a different key the record is in the wrong partition, whose task does not have the session's state. */
    private static void requireKey(Record<String, Object> read, SessionId session) {
        if (!session.value().equals(read.key())) {
            throw new BadRecordException("the key must be the session id " + session + ", was " + read.key());
        }
    }

    private MatcherTask task() {
        return Objects.requireNonNull(task, "not initialised");
    }

    private MatcherTask open(ProcessorContext<String, Object> context) {
        return new MatcherTask(
                context.<GlobalStore<SharedGallery>>getStateStore(MatcherTopology.GALLERY)
                        .content(),
                context.<GlobalStore<PeopleTable>>getStateStore(MatcherTopology.PEOPLE)
                        .content(),
                new MatcherTask.Memory(
                        table(context, MatcherTopology.ENROLLMENTS),
                        table(context, MatcherTopology.LAST_SEEN),
                        table(context, MatcherTopology.VERIFICATIONS)),
                outbox.apply(context),
                UUID.randomUUID().toString(),
                models,
                settings,
                segment,
                metrics,
                () -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }

    private Duration tick() {
        var share = settings.sessionExpiry().dividedBy(TICKS_PER_EXPIRY).plusMillis(1);
        return Stream.of(share, segment, TICK).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static <V> Table<V> table(ProcessorContext<String, Object> context, String name) {
        return new StoreTable<>(context.<KeyValueStore<String, V>>getStateStore(name));
    }
}
