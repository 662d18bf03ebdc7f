package io.faceline.runtime.kafka;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Waiting> waiting = new ArrayList<>();

    private record LastRead(long number, long offset) {}

    private record Waiting(WriteToken write, CompletableFuture<Long> offset) {}

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
        var expected = new Waiting(write, new CompletableFuture<>());
        waiting.add(expected);
        var unused = expected.offset.whenComplete((offset, failure) -> forget(expected));
        return expected.offset;
    }

    private synchronized void forget(Waiting ended) {
        waiting.remove(ended);
    }

    private synchronized List<Waiting> completed(WriteToken read) {
        return waiting.stream()
                .filter(expected ->
                        expected.write.writer().equals(read.writer()) && expected.write.number() <= read.number())
                .toList();
    }
}
