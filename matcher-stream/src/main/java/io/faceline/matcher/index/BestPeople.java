package io.faceline.matcher.index;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the most similar people among all offered references (exact top k). A person's similarity is that of the
 * best reference. Only references above the current k-th best are processed further, so a search costs little more than
 * its dot products. Used for a single search. Not thread-safe.
 */
public final class BestPeople {
    /** Resolves the person of a reference. */
    @FunctionalInterface
    public interface Owner {
        /** The person, resolved through merges; null if the reference must be ignored. */
        @Nullable
        PersonId of(ReferenceId reference, PersonId person);
    }

    private final int limit;
    private final Owner owner;
    private final Map<PersonId, Best> best = new HashMap<>();
    private Set<ReferenceId> ignored = Set.of();
    private float floor = Float.NEGATIVE_INFINITY;

    public BestPeople(int limit, Owner owner) {
        this.limit = limit;
        this.owner = owner;
    }

    /** Ignores these references from now on, and no others. */
    public void ignore(Set<ReferenceId> references) {
        ignored = references;
    }

    /** Minimum similarity of a reference that can still change the result. */
    float floor() {
        return floor;
    }

    void offer(ReferenceId reference, PersonId enrolled, Scope scope, float similarity) {
        var person = ignored.contains(reference) ? null : owner.of(reference, enrolled);
        if (person == null) {
            return;
        }
        var entry = best.get(person);
        if (entry == null || similarity > entry.similarity) {
            best.put(person, new Best(scope, similarity));
            dropWorst();
        }
    }

    /** Most similar first; ties are broken by id, so that the ranking is deterministic. */
    public List<Candidate> ranked() {
        var candidates = new ArrayList<Candidate>();
        best.forEach((person, entry) -> candidates.add(new Candidate(person, entry.scope, entry.clipped())));
        candidates.sort(Comparator.comparingDouble(Candidate::similarity)
                .reversed()
                .thenComparing(candidate -> candidate.person().value()));
        return candidates;
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

    /** Compared by identity: two people may have equal similarities. */
    private static final class Best {
        private final Scope scope;
        private final float similarity;

        Best(Scope scope, float similarity) {
            this.scope = scope;
            this.similarity = similarity;
        }

        /** Rounding may raise the product of two unit vectors slightly above 1. */
        double clipped() {
            return Math.max(-1, Math.min(1, similarity));
        }
    }
}
