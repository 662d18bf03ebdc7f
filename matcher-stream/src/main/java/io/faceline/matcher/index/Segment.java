package io.faceline.matcher.index;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.matcher.recognisability.Measures;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A segment of an index: an immutable view of arrays that are only appended to beyond its last row. Appending therefore
 * copies nothing, and a running search sees the rows it started with.
 */
final class Segment {
    private final Vectors vectors;
    private final ReferenceId[] references;
    private final PersonId[] people;
    private final @Nullable Measures[] measures;
    private final BitSet removed;
    private final int count;

    private Segment(
            Vectors vectors,
            ReferenceId[] references,
            PersonId[] people,
            @Nullable Measures[] measures,
            BitSet removed,
            int count) {
        this.vectors = vectors;
        this.references = references;
        this.people = people;
        this.measures = measures;
        this.removed = removed;
        this.count = count;
    }

    static Segment empty(Vectors vectors, int capacity) {
        return new Segment(
                vectors, new ReferenceId[capacity], new PersonId[capacity], new Measures[capacity], new BitSet(), 0);
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == references.length;
    }

    boolean contains(int row) {
        return !removed.get(row);
    }

    ReferenceId reference(int row) {
        return references[row];
    }

    PersonId person(int row) {
        return people[row];
    }

    @Nullable
    Measures measures(int row) {
        return measures[row];
    }

    float[] vector(int row) {
        return vectors.row(row);
    }

    /** Must only be called on the newest view, by the thread that owns the index. */
    Segment append(ReferenceId reference, PersonId person, float[] vector, @Nullable Measures measured) {
        vectors.setRow(count, vector);
        references[count] = reference;
        people[count] = person;
        measures[count] = measured;
        return new Segment(vectors, references, people, measures, removed, count + 1);
    }

    Segment without(int row) {
        var more = (BitSet) removed.clone();
        more.set(row);
        return new Segment(vectors, references, people, measures, more, count);
    }

    void search(Queries queries, Scope scope) {
        vectors.search(queries, count, (best, row, similarity) -> {
            if (contains(row)) {
                best.offer(references[row], people[row], scope, similarity, measures[row]);
            }
        });
    }
}
