package io.faceline.matcher.index;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.matcher.recognisability.Measures;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the most similar people among all offered references (exact top k). A person's similarity is that of the
 * best reference, which the candidate tells, and the adjusted similarity that of the reference which is best after the penalty: a good reference is
 * not hidden behind a poor one that is more similar. Only references above the current k-th best are processed further,
 * so a search costs little more than its dot products. Used for a single search. Not thread-safe.
 */
public final class BestPeople {
    /** Resolves the person of a reference. */
    @FunctionalInterface
    public interface Owner {
        /** The person, resolved through merges; null if the reference must be ignored. */
        @Nullable
        PersonId of(ReferenceId reference, PersonId person);
    }

    /** By how much the similarity to a reference falls because probe and reference are both poor. */
    @FunctionalInterface
    public interface Penalty {
        /** Similarities do not fall. */
        Penalty NONE = reference -> 0;

        /** @param reference the measures of the reference; null if it was not measured. Not negative */
        double of(@Nullable Measures reference);
    }

    /**
     * A person found.
     *
     * @param adjusted maximum of similarity less penalty over the references that the search offered: exact for a person
     *     with one
     */
    public record Hit(Candidate candidate, double adjusted) {
        /** Equally similar people come in the order of their ids. */
        public static final Comparator<Hit> MOST_SIMILAR_FIRST = Comparator.comparingDouble(Hit::similarity)
                .reversed()
                .thenComparing(hit -> hit.person().value());

        public PersonId person() {
            return candidate.person();
        }

        public double similarity() {
            return candidate.similarity();
        }

        /** What the similarity of the person falls by. */
        public double penalty() {
            return similarity() - adjusted;
        }
    }

    private final int limit;
    private final Owner owner;
    private final Penalty penalty;
    private final Map<PersonId, Best> best = new HashMap<>();
    private Set<ReferenceId> ignored = Set.of();
    private float floor = Float.NEGATIVE_INFINITY;

    public BestPeople(int limit, Owner owner) {
        this(limit, owner, Penalty.NONE);
    }

    public BestPeople(int limit, Owner owner, Penalty penalty) {
        this.limit = limit;
        this.owner = owner;
        this.penalty = penalty;
    }

    /** Ignores these references from now on, and no others. */
    public void ignore(Set<ReferenceId> references) {
        ignored = references;
    }

    /** Minimum similarity of a reference that can still change the result. */
    float floor() {
        return floor;
    }

    void offer(ReferenceId reference, PersonId enrolled, Scope scope, float similarity, @Nullable Measures measures) {
        var person = ignored.contains(reference) ? null : owner.of(reference, enrolled);
        if (person == null) {
            return;
        }
        var offered = new Best(scope, reference, similarity, clipped(similarity) - penalty.of(measures));
        var known = best.get(person);
        best.put(person, known == null ? offered : known.plus(offered));
        if (known == null || similarity > known.similarity) {
            dropWorst();
        }
    }

    /** Most similar first; ties are broken by id, so that the ranking is deterministic. */
    public List<Hit> hits() {
        return best.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .sorted(Hit.MOST_SIMILAR_FIRST)
                .toList();
    }

    /** The candidates of {@link #hits}. */
    public List<Candidate> ranked() {
        return hits().stream().map(Hit::candidate).toList();
    }

    private void dropWorst() {
        if (best.size() > limit) {
            best.values().remove(worst());
        }
        if (best.size() == limit) {
            floor = worst().similarity;
        }
    }

    private Best worst() {
        return best.values().stream()
                .min(Comparator.comparingDouble(entry -> entry.similarity))
                .orElseThrow();
    }

    /** Rounding may raise the product of two unit vectors slightly above 1. */
    private static double clipped(float similarity) {
        return Math.max(-1, Math.min(1, similarity));
    }

    /** Compared by identity: two people may have equal similarities. */
    private static final class Best {
        private final Scope scope;
        private final ReferenceId reference;
        private final float similarity;
        private final double adjusted;

        Best(Scope scope, ReferenceId reference, float similarity, double adjusted) {
            this.scope = scope;
            this.reference = reference;
            this.similarity = similarity;
            this.adjusted = adjusted;
        }

        /** With another reference; the scope is that of the more similar one. */
        Best plus(Best other) {
            var nearer = other.similarity > similarity ? other : this;
            return new Best(nearer.scope, nearer.reference, nearer.similarity, Math.max(adjusted, other.adjusted));
        }

        Hit of(PersonId person) {
            return new Hit(new Candidate(person, scope, clipped(similarity), reference), adjusted);
        }
    }
}
