package io.faceline.runtime.streams;

import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.kafka.KafkaSettings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a bug cost one record and not the stage. A record during which the stage ended or hung twice, by an exception, by
 * the death of the process or by the watchdog, is set aside: it is answered as failed and becomes a dead letter. One per
 * stage, shared by its tasks. Thread-safe.
 */
public final class RecordGuard implements MeterBinder, AutoCloseable {
    /** Configuration key that passes the guard to processors created by Kafka Streams. */
    static final String CONFIG = "faceline.record.guard";

    private static final Logger LOG = LoggerFactory.getLogger(RecordGuard.class);
    private static final int MAX_ATTEMPTS = 2;
    /** More within a minute are not the records' fault. */
    private static final int MAX_SET_ASIDE = 10;
    /** In ticks, and not by the clock, so that a process that was frozen does not count as hung. */
    private static final int TICKS = 10;

    private final String stage;
    private final Duration timeout;
    private final Suspects suspects;
    private final @Nullable WorkJournal journal;
    private final Queue<Integer> free = new ConcurrentLinkedQueue<>();
    private final AtomicReferenceArray<@Nullable Work> working = new AtomicReferenceArray<>(WorkJournal.SLOTS);
    private final Map<Thread, Boolean> ended = new ConcurrentHashMap<>();
    private final LongAdder setAside = new LongAdder();
    private volatile @Nullable Thread watchdog;

    private static final class Work {
        private final RecordPlace place;
        private final Thread thread;
        private final long startedNanos = System.nanoTime();
        // Confined to the watchdog.
        private int ticks;

        private Work(RecordPlace place, Thread thread) {
            this.place = place;
            this.thread = thread;
        }
    }

    private volatile boolean isEnding;

    private RecordGuard(String stage, Duration timeout, Suspects suspects, @Nullable WorkJournal journal) {
        this.stage = stage;
        this.timeout = timeout;
        this.suspects = suspects;
        this.journal = journal;
        IntStream.range(0, WorkJournal.SLOTS).forEach(free::add);
    }

    /** A guard that forgets everything with its process. */
    static RecordGuard inMemory(String stage) {
        return new RecordGuard(stage, Duration.ofMinutes(1), new Suspects(null, InstantSource.system()), null);
    }

    /** A guard that remembers in the state folder during which records the processes before this one died. */
    static RecordGuard open(String stage, KafkaSettings kafka) {
        var name = (kafka.topicPrefix() + stage + "-" + kafka.instanceId()).replaceAll("[^A-Za-z0-9._-]", "_");
        var timeout = kafka.recordTimeout();
        var folder = kafka.stateFolder().resolve("records");
        try {
            var journal = WorkJournal.open(folder.resolve(name + ".working"));
            var suspects = new Suspects(folder.resolve(name + ".suspects"), InstantSource.system());
            var guard = new RecordGuard(stage, timeout, suspects, journal);
            guard.countUnfinished(journal);
            return guard;
        } catch (IOException e) {
            LOG.warn("event=no_record_journal stage={} cause=\"{}\"", stage, e.toString());
            return new RecordGuard(stage, timeout, new Suspects(null, InstantSource.system()), null);
        }
    }

    /** The guard of the stage of a processor; in topology tests without one, a new guard. */
    public static RecordGuard in(Map<String, ?> config) {
        return config.get(CONFIG) instanceof RecordGuard guard
                ? guard
                : inMemory(String.valueOf(config.get(DeadLetters.STAGE_CONFIG)));
    }

    /** Counts that the stage ended during this record. */
    void count(RecordPlace place, Throwable cause) {
        suspects.count(place, cause);
    }

    private void countUnfinished(WorkJournal unfinished) {
        for (var place : unfinished.takeUnfinished()) {
            LOG.warn("event=process_died_during_record stage={} record=\"{}\"", stage, place);
            suspects.count(place, null);
        }
    }

    /**
     * Works on a record.
     *
     * @param where of the record; absent outside of a record, which is then only worked on
     * @param giveUp answers that the record cannot be processed; instead of the work, if the stage ended during the
     *     record too often
     */
    public void work(@Nullable RecordMetadata where, Runnable work, Runnable giveUp) {
        if (where == null) {
            work.run();
            return;
        }
        var place = RecordPlace.of(where);
        if (!suspects.isEmpty()) {
            setAsideIfDue(place, giveUp);
        }
        guarded(place, work);
        if (!suspects.isEmpty()) {
            suspects.clear(place);
        }
    }

    private void setAsideIfDue(RecordPlace place, Runnable giveUp) {
        var known = suspects.find(place);
        if (known.isEmpty() || known.get().attempts() < MAX_ATTEMPTS) {
            return;
        }
        var suspect = known.get();
        if (suspect.setAsideAt() == null) {
            if (suspects.recent() >= MAX_SET_ASIDE) {
                throw new IllegalStateException("more than " + MAX_SET_ASIDE
                        + " records within a minute ended the stage " + stage + ": the fault is not the records'");
            }
            suspects.setAside(place);
            setAside.increment();
            LOG.error(
                    "event=record_set_aside stage={} topic={} partition={} offset={} attempts={}",
                    stage,
                    place.topic(),
                    place.partition(),
                    place.offset(),
                    suspect.attempts(),
                    suspect.cause());
        }
        var isAnswered = suspect.attempts() == MAX_ATTEMPTS;
        if (isAnswered) {
            guarded(place, giveUp);
        }
        throw SetAsideException.of(suspect.attempts(), isAnswered, suspect.cause());
    }

    private void guarded(RecordPlace place, Runnable work) {
        var slot = enter(place);
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failed(place, e);
            throw e;
        } finally {
            leave(slot);
        }
    }

    private @Nullable Integer enter(RecordPlace place) {
        var slot = free.poll();
        if (slot != null) {
            working.set(slot, new Work(place, Thread.currentThread()));
            if (journal != null) {
                journal.write(slot, place);
            }
        }
        return slot;
    }

    private void leave(@Nullable Integer slot) {
        if (slot != null) {
            working.set(slot, null);
            if (journal != null) {
                journal.clear(slot);
            }
            free.add(slot);
        }
    }

    /**
     * The stage ends while records are worked on: what they work with is closed under them. How they fail from now on, or
     * that they do not end, says nothing about them.
     */
    void end() {
        isEnding = true;
        if (journal != null) {
            IntStream.range(0, WorkJournal.SLOTS).forEach(journal::clear);
        }
    }

    private void failed(RecordPlace place, Throwable failure) {
        if (!isEnding && isBug(failure)) {
            suspects.count(place, failure);
            if (!isEndOfProcess(failure)) {
                ended.put(Thread.currentThread(), true);
            }
        }
    }

    /** Whether the work failed because of the record, and not because of the broker or a rebalance. */
    private static boolean isBug(Throwable failure) {
        return Stream.of(
                        ApiException.class,
                        InterruptException.class,
                        TaskMigratedException.class,
                        TaskCorruptedException.class,
                        BadRecordException.class,
                        SetAsideException.class)
                .allMatch(other -> Throwables.find(failure, other).isEmpty());
    }

    /** Whether another thread cannot go on either: there is no memory, for example. */
    private static boolean isEndOfProcess(Throwable failure) {
        return Throwables.find(failure, VirtualMachineError.class)
                .filter(error -> !(error instanceof StackOverflowError))
                .isPresent();
    }

    /** Whether this thread ended by a record that can be tried again, and if so, forgets it. */
    boolean takeFailure(Thread thread) {
        return ended.remove(thread) != null;
    }

    /** Starts the watchdog. */
    void watch(Consumer<Throwable> onStuck) {
        var thread = DaemonThreads.of("watch-" + stage, () -> watching(onStuck));
        watchdog = thread;
        thread.start();
    }

    private void watching(Consumer<Throwable> onStuck) {
        try {
            while (true) {
                Thread.sleep(Math.max(1, timeout.toMillis() / TICKS));
                for (var slot = 0; slot < WorkJournal.SLOTS; slot++) {
                    check(slot, onStuck);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("event=watchdog_ended stage={}", stage);
        }
    }

    private void check(int slot, Consumer<Throwable> onStuck) {
        var work = working.get(slot);
        if (work == null || ++work.ticks != TICKS + 1) {
            return;
        }
        var stack = work.thread.getStackTrace();
        if (isWaitingForBroker(stack)) {
            work.ticks = 0;
            return;
        }
        if (journal != null) {
            // Counted here, and not a second time at the next start.
            journal.clear(slot);
        }
        var stuck = new IllegalStateException("the stage " + stage + " hangs for more than " + timeout.toMillis()
                + " ms at the record " + work.place + " in thread " + work.thread.getName());
        stuck.setStackTrace(stack);
        suspects.count(work.place, stuck);
        onStuck.accept(stuck);
    }

    /** The record that has been worked on for longer than this, if any, as a reason why the stage is not ready. */
    Optional<String> stuck(Duration max) {
        var now = System.nanoTime();
        for (var slot = 0; slot < WorkJournal.SLOTS; slot++) {
            var work = working.get(slot);
            if (work != null && now - work.startedNanos > max.toNanos()) {
                return Optional.of(stage + " has been working on the record " + work.place + " for "
                        + Duration.ofNanos(now - work.startedNanos).toSeconds() + " s");
            }
        }
        return Optional.empty();
    }

    private static boolean isWaitingForBroker(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("org.apache.kafka.clients."));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("faceline.records.set.aside", setAside, LongAdder::sum)
                .description("Records set aside, since the stage ended or hung twice during each")
                .tag("stage", stage)
                .register(registry);
    }

    @Override
    public void close() {
        var thread = watchdog;
        if (thread != null) {
            thread.interrupt();
        }
        if (journal != null) {
            journal.close();
        }
    }
}
