package io.faceline.matcher;

import io.faceline.contracts.Embedding;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.ReferenceId;
import io.faceline.contracts.Scope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The embeddings of one model, searched exactly. One thread changes it; any thread searches, and sees a state that was
 * whole at some moment: the segments are immutable and swapped on change.
 */
final class ModelIndex {
    private static final int SMALLEST_SEGMENT = 16;
    private static final int LARGEST_SEGMENT = 1024;

    private final int dimension;
    private final Scope scope;
    private final Map<ReferenceId, Place> places = new HashMap<>();
    private volatile Segment[] segments = {};
    private int removedRows;

    ModelIndex(int dimension, Scope scope) {
        this.dimension = dimension;
        this.scope = scope;
    }

    void search(float[] query, BestPeople best) {
        for (var segment : segments) {
            segment.search(query, scope, best);
        }
    }

    /** Adds or replaces a reference in one step: no search finds it twice or misses it. */
    void put(ReferenceId reference, PersonId person, Embedding embedding) {
        var next = without(reference);
        if (next.length == 0 || next[next.length - 1].isFull()) {
            next = Arrays.copyOf(next, next.length + 1);
            next[next.length - 1] = Segment.empty(dimension, capacity(next.length - 1));
        }
        var last = next.length - 1;
        places.put(reference, new Place(last, next[last].count()));
        next[last] = next[last].append(reference, person, embedding.toArray());
        segments = next;
        rebuildIfSparse();
    }

    void remove(ReferenceId reference) {
        segments = without(reference);
        rebuildIfSparse();
    }

    Embedding embedding(ReferenceId reference) {
        var place = places.get(reference);
        if (place == null) {
            throw new IllegalArgumentException("no such reference: " + reference);
        }
        return Embedding.ofUnit(segments[place.segment].vector(place.row));
    }

    private Segment[] without(ReferenceId reference) {
        var next = segments.clone();
        var place = places.remove(reference);
        if (place != null) {
            next[place.segment] = next[place.segment].without(place.row);
            removedRows++;
        }
        return next;
    }

    /** Gives back the room of removed rows. Costs a copy of all, and happens once in as many removals as rows remain. */
    private void rebuildIfSparse() {
        if (removedRows <= Math.max(places.size(), LARGEST_SEGMENT)) {
            return;
        }
        var compact = new ModelIndex(dimension, scope);
        for (var segment : segments) {
            for (var row = 0; row < segment.count(); row++) {
                if (segment.holds(row)) {
                    compact.put(segment.reference(row), segment.person(row), Embedding.ofUnit(segment.vector(row)));
                }
            }
        }
        places.clear();
        places.putAll(compact.places);
        segments = compact.segments;
        removedRows = 0;
    }

    /** Small at first: most galleries are a session's few people. */
    private static int capacity(int segment) {
        return Math.min(LARGEST_SEGMENT, SMALLEST_SEGMENT << Math.min(segment, 6));
    }

    private record Place(int segment, int row) {}
}
