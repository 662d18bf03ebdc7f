package io.faceline.runtime.kafka;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Which numbered writes of a shared topic were read, and at which offset. Thread-safe. */
final class ReadWrites {
    /** A writer is a task of the matcher; a new one begins at each restart. */
    private static final int MAX_WRITERS = 1000;

    @GuardedBy("this")
    private final Map<String, LastRead> byWriter = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LastRead> eldest) {
            return size() > MAX_WRITERS;
        }
    };

    @GuardedBy("this")
    private final TreeSet<Waiting> waiting = new TreeSet<>(Waiting.BY_WRITE);

    @GuardedBy("this")
    private long asked;

    private record LastRead(long number, long offset) {}

    /** @param order tells two that wait for the same write apart */
    private record Waiting(WriteToken write, long order, CompletableFuture<Long> offset) {
        static final Comparator<Waiting> BY_WRITE = Comparator.comparing((Waiting one) -> one.write.writer())
                .thenComparingLong(one -> one.write.number())
                .thenComparingLong(Waiting::order);

        static Waiting before(String writer, long number) {
            return new Waiting(new WriteToken(writer, number), -1, new CompletableFuture<>());
        }
    }

    void read(WriteToken write, long offset) {
        synchronized (this) {
            byWriter.merge(
                    write.writer(),
                    new LastRead(write.number(), offset),
                    (before, now) -> now.number >= before.number ? now : before);
        }
        completed(write).forEach(arrived -> arrived.offset.complete(offset));
    }

    /** Completes with an offset at which this write had been read. A write that never comes never completes. */
    synchronized CompletableFuture<Long> whenRead(WriteToken write) {
        var last = byWriter.get(write.writer());
        if (last != null && last.number >= write.number()) {
            return CompletableFuture.completedFuture(last.offset);
        }
        var expected = new Waiting(write, asked++, new CompletableFuture<>());
        waiting.add(expected);
        var unused = expected.offset.whenComplete((offset, failure) -> forget(expected));
        return expected.offset;
    }

    private synchronized void forget(Waiting ended) {
        waiting.remove(ended);
    }

    private synchronized List<Waiting> completed(WriteToken read) {
        // A stranger's number may be the largest there is.
        var next = Math.min(read.number(), Long.MAX_VALUE - 1) + 1;
        return List.copyOf(
                waiting.subSet(Waiting.before(read.writer(), Long.MIN_VALUE), Waiting.before(read.writer(), next)));
    }
}
