package io.faceline.matcher;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.Retention;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.people.PeopleTable;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.store.DeadLetterBox;
import io.faceline.runtime.store.GlobalStore;
import io.faceline.runtime.store.StoreTable;
import io.faceline.runtime.store.Table;
import io.faceline.runtime.streams.BadRecordException;
import io.faceline.runtime.streams.KeyPartition;
import io.faceline.runtime.streams.RecordGuard;
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
    private final Retention retention;
    private final MatcherMetrics metrics;
    private final Function<ProcessorContext<String, Object>, Outbox> outbox;
    private final DeadLetterBox deadLetters;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable MatcherTask task;
    private @Nullable RecordGuard guard;
    private @Nullable KeyPartition keyPartition;
    private @Nullable Outbox answers;

    MatchProcessor(
            Models models,
            MatcherSettings settings,
            Retention retention,
            MatcherMetrics metrics,
            Function<ProcessorContext<String, Object>, Outbox> outbox,
            DeadLetterBox deadLetters) {
        this.models = models;
        this.settings = settings;
        this.retention = retention;
        this.metrics = metrics;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        guard = RecordGuard.in(context.appConfigs());
        keyPartition = KeyPartition.of(context.appConfigs());
        answers = outbox.apply(context);
        var opened = open(context);
        opened.prepare();
        task = opened;
        context.schedule(tick(), PunctuationType.WALL_CLOCK_TIME, now -> onTime());
    }

    @Override
    public void process(Record<String, Object> read) {
        sendDeadLetters();
        answers().answering(read.headers());
        if (read.value() instanceof Embeddings frame) {
            requireKey(read, frame.facts().session());
            work(() -> task().on(frame), () -> answers().match(failed(frame), frame, null));
        } else if (read.value() instanceof Change change) {
            requireKey(read, change.session());
            work(() -> task().on(change), () -> answers().answer(failed(change), null));
        } else {
            throw new BadRecordException("the record is neither a frame nor a change");
        }
    }

    /** @param giveUp answers a record during which this stage ended or hung repeatedly */
    private void work(Runnable work, Runnable giveUp) {
        Objects.requireNonNull(guard, "not initialised")
                .work(initialised().recordMetadata().orElse(null), work, giveUp);
    }

    private Match failed(Embeddings frame) {
        return new Match(
                frame.facts(),
                Outcome.failedInternally(),
                frame.modelId(),
                models.thresholds(frame.modelId(), 1),
                FrameFacts.ANY_GALLERY,
                Instant.ofEpochMilli(initialised().currentSystemTimeMs()),
                null,
                null);
    }

    private static ChangeAnswer failed(Change change) {
        return new ChangeAnswer(
                change.id(),
                change.session(),
                FrameFacts.ANY_GALLERY,
                "INTERNAL: the matcher cannot make this change: a bug; the topic dead-letters holds it");
    }

    private void onTime() {
        sendDeadLetters();
        task().onTime();
    }

    private void sendDeadLetters() {
        var initialised = initialised();
        deadLetters.drain(letter -> initialised.forward(
                letter.withTimestamp(initialised.currentSystemTimeMs()), MatcherTopology.WRITE_DEAD_LETTERS));
    }

    /** With a different key the record is in the wrong partition, whose task does not have the session's state. */
    private void requireKey(Record<String, Object> read, SessionId session) {
        if (!session.value().equals(read.key())) {
            throw new BadRecordException("the key must be the session id " + session + ", was " + read.key());
        }
        Objects.requireNonNull(keyPartition, "not initialised")
                .require(read.key(), initialised().taskId().partition());
    }

    private ProcessorContext<String, Object> initialised() {
        return Objects.requireNonNull(context, "not initialised");
    }

    private Outbox answers() {
        return Objects.requireNonNull(answers, "not initialised");
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
                answers(),
                UUID.randomUUID().toString(),
                models,
                settings,
                retention,
                metrics,
                () -> Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }

    private Duration tick() {
        var share = settings.sessionExpiry().dividedBy(TICKS_PER_EXPIRY).plusMillis(1);
        return Stream.of(share, retention.replaced(), TICK)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static <V> Table<V> table(ProcessorContext<String, Object> context, String name) {
        return new StoreTable<>(context.<KeyValueStore<String, V>>getStateStore(name));
    }
}
