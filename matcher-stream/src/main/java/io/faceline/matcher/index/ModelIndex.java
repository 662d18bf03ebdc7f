package io.faceline.matcher.index;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An exact index of the embeddings of one model. Segments are immutable and replaced on change, so that searches see a
 * consistent snapshot. Confined to one thread: all changes. Any thread may search.
 */
final class ModelIndex {
    private static final int MIN_SEGMENT = 16;
    private static final int MAX_SEGMENT = 1024;
    /**
     * Segment size from which Gemm is no slower than the loop even for a single query (docs/explanation/matching.md).
     */
    private static final int MIN_GEMM_SEGMENT = 128;

    private final int dimension;
    private final Scope scope;
    private final Supplier<Optional<Gemm>> gemm;
    private final Map<ReferenceId, Position> positions = new HashMap<>();
    private volatile Snapshot snapshot = new Snapshot(List.of(), new NativeMemory());
    private int removedRows;

    ModelIndex(int dimension, Scope scope) {
        this(dimension, scope, Gemm::find);
    }

    /** @param gemm used for large segments; if empty, all segments are compared by the loop */
    ModelIndex(int dimension, Scope scope, Supplier<Optional<Gemm>> gemm) {
        this.dimension = dimension;
        this.scope = scope;
        this.gemm = gemm;
    }

    void search(Queries queries) {
        var current = retained();
        try {
            current.segments.forEach(segment -> segment.search(queries, scope));
        } finally {
            current.memory.release();
        }
    }

    /**
     * Retains the memory of the current snapshot. Retries if it was freed, since the snapshot has then been replaced.
     */
    private Snapshot retained() {
        while (true) {
            var current = snapshot;
            if (current.memory.retain()) {
                return current;
            }
        }
    }

    /** Adds or replaces a reference atomically: no search finds it twice or misses it. */
    void put(ReferenceId reference, PersonId person, Embedding embedding) {
        var next = without(reference);
        if (next.isEmpty() || next.get(next.size() - 1).isFull()) {
            next.add(empty(capacity(next.size())));
        }
        var last = next.size() - 1;
        positions.put(reference, new Position(last, next.get(last).count()));
        next.set(last, next.get(last).append(reference, person, embedding.toArray()));
        snapshot = snapshot.with(next);
        rebuildIfSparse();
    }

    void remove(ReferenceId reference) {
        snapshot = snapshot.with(without(reference));
        rebuildIfSparse();
    }

    Embedding embedding(ReferenceId reference) {
        var position = positions.get(reference);
        if (position == null) {
            throw new IllegalArgumentException("no such reference: " + reference);
        }
        return Embedding.ofUnit(snapshot.segments.get(position.segment).vector(position.row));
    }

    private List<Segment> without(ReferenceId reference) {
        var next = new ArrayList<>(snapshot.segments);
        var position = positions.remove(reference);
        if (position != null) {
            next.set(position.segment, next.get(position.segment).without(position.row));
            removedRows++;
        }
        return next;
    }

    private Segment empty(int capacity) {
        var found = capacity < MIN_GEMM_SEGMENT ? Optional.<Gemm>empty() : gemm.get();
        return Segment.empty(vectors(capacity, found), capacity);
    }

    private Vectors vectors(int capacity, Optional<Gemm> found) {
        return found.<Vectors>map(
                        one -> new NativeVectors(dimension, snapshot.memory.allocate(capacity * dimension), one))
                .orElseGet(() -> new HeapVectors(dimension, capacity));
    }

    /** Reclaims the space of removed rows by copying all others; amortised over as many removals as rows remain. */
    private void rebuildIfSparse() {
        if (removedRows <= Math.max(positions.size(), MAX_SEGMENT)) {
            return;
        }
        var compact = compact();
        var previous = snapshot;
        positions.clear();
        positions.putAll(compact.positions);
        snapshot = compact.snapshot;
        removedRows = 0;
        previous.memory.release();
    }

    private ModelIndex compact() {
        var compact = new ModelIndex(dimension, scope, gemm);
        for (var segment : snapshot.segments) {
            for (var row = 0; row < segment.count(); row++) {
                if (segment.contains(row)) {
                    compact.put(segment.reference(row), segment.person(row), Embedding.ofUnit(segment.vector(row)));
                }
            }
        }
        return compact;
    }

    /** The first segments are small, because most galleries contain the few people of a session. */
    private static int capacity(int segment) {
        return Math.min(MAX_SEGMENT, MIN_SEGMENT << Math.min(segment, 6));
    }

    private record Position(int segment, int row) {}

    /** A consistent view for searches: the segments, and the native memory of the large ones. */
    private record Snapshot(List<Segment> segments, NativeMemory memory) {
        Snapshot {
            segments = List.copyOf(segments);
        }

        Snapshot with(List<Segment> others) {
            return new Snapshot(others, memory);
        }
    }
}
