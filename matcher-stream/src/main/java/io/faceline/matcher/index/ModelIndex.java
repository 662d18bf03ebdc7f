package io.faceline.matcher.index;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.matcher.recognisability.Measures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The embeddings of one model, searched exactly. One thread changes it; any thread searches, and sees a state that was
 * whole at some moment: the segments are immutable and swapped on change.
 */
final class ModelIndex {
    private static final int SMALLEST_SEGMENT = 16;
    private static final int LARGEST_SEGMENT = 1024;
    /** From here on Gemm is no slower than the loop even for one query (docs/explanation/matching.md). */
    private static final int SMALLEST_FOR_GEMM = 128;

    private final int dimension;
    private final Scope scope;
    private final Supplier<Optional<Gemm>> gemm;
    private final Map<ReferenceId, Place> places = new HashMap<>();
    private volatile Snapshot snapshot = new Snapshot(List.of(), new NativeMemory());
    private int removedRows;

    ModelIndex(int dimension, Scope scope) {
        this(dimension, scope, Gemm::shared);
    }

    /** @param gemm asked for when a segment is large enough; without it all is compared in the loop */
    ModelIndex(int dimension, Scope scope, Supplier<Optional<Gemm>> gemm) {
        this.dimension = dimension;
        this.scope = scope;
        this.gemm = gemm;
    }

    void search(Queries queries) {
        var seen = held();
        try {
            seen.segments.forEach(segment -> segment.search(queries, scope));
        } finally {
            seen.memory.release();
        }
    }

    /** Memory that is gone belongs to a snapshot that has been replaced. */
    private Snapshot held() {
        while (true) {
            var seen = snapshot;
            if (seen.memory.retain()) {
                return seen;
            }
        }
    }

    /** Adds or replaces a reference in one step: no search finds it twice or misses it. */
    void index(ReferenceId reference, PersonId person, Embedding embedding, @Nullable Measures measures) {
        var next = without(reference);
        if (next.isEmpty() || next.get(next.size() - 1).isFull()) {
            next.add(empty(capacity(next.size())));
        }
        var last = next.size() - 1;
        places.put(reference, new Place(last, next.get(last).count()));
        next.set(last, next.get(last).append(reference, person, embedding.toArray(), measures));
        snapshot = snapshot.with(next);
        rebuildIfSparse();
    }

    void remove(ReferenceId reference) {
        snapshot = snapshot.with(without(reference));
        rebuildIfSparse();
    }

    Embedding embedding(ReferenceId reference) {
        return measured(reference).embedding();
    }

    MeasuredReference measured(ReferenceId reference) {
        var place = places.get(reference);
        if (place == null) {
            throw new IllegalArgumentException("no such reference: " + reference);
        }
        var segment = snapshot.segments.get(place.segment);
        return new MeasuredReference(
                reference, Embedding.ofUnit(segment.vector(place.row)), segment.measures(place.row));
    }

    private List<Segment> without(ReferenceId reference) {
        var next = new ArrayList<>(snapshot.segments);
        var place = places.remove(reference);
        if (place != null) {
            next.set(place.segment, next.get(place.segment).without(place.row));
            removedRows++;
        }
        return next;
    }

    private Segment empty(int capacity) {
        var found = capacity < SMALLEST_FOR_GEMM ? Optional.<Gemm>empty() : gemm.get();
        return Segment.empty(vectors(capacity, found), capacity);
    }

    private Vectors vectors(int capacity, Optional<Gemm> found) {
        return found.<Vectors>map(
                        one -> new NativeVectors(dimension, snapshot.memory.allocate(capacity * dimension), one))
                .orElseGet(() -> new HeapVectors(dimension, capacity));
    }

    /** Gives back the room of removed rows. Costs a copy of all, and happens once in as many removals as rows remain. */
    private void rebuildIfSparse() {
        if (removedRows <= Math.max(places.size(), LARGEST_SEGMENT)) {
            return;
        }
        var compact = compact();
        var before = snapshot;
        places.clear();
        places.putAll(compact.places);
        snapshot = compact.snapshot;
        removedRows = 0;
        before.memory.release();
    }

    private ModelIndex compact() {
        var compact = new ModelIndex(dimension, scope, gemm);
        for (var segment : snapshot.segments) {
            for (var row = 0; row < segment.count(); row++) {
                if (segment.contains(row)) {
                    compact.index(
                            segment.reference(row),
                            segment.person(row),
                            Embedding.ofUnit(segment.vector(row)),
                            segment.measures(row));
                }
            }
        }
        return compact;
    }

    /** Small at first: most galleries are a session's few people. */
    private static int capacity(int segment) {
        return Math.min(LARGEST_SEGMENT, SMALLEST_SEGMENT << Math.min(segment, 6));
    }

    private record Place(int segment, int row) {}

    /** What a search sees: segments, and the memory in which the large ones lie. */
    private record Snapshot(List<Segment> segments, NativeMemory memory) {
        Snapshot {
            segments = List.copyOf(segments);
        }

        Snapshot with(List<Segment> others) {
            return new Snapshot(others, memory);
        }
    }
}
