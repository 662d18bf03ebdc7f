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
import org.jspecify.annotations.Nullable;

/**
 * The most similar people among all references that were offered, exactly. A person's similarity is the best of the
 * person's references. Only references above the worst of the best are looked at closely, so a search costs little more
 * than its dot products. For one search by one thread.
 */
public final class BestPeople {
    /** Whose hit a reference is. */
    @FunctionalInterface
    public interface Owner {
        /** The person to name, which after a merge is another; nothing when the reference must not hit. */
        @Nullable
        PersonId of(ReferenceId reference, PersonId person);
    }

    private final int limit;
    private final Owner owner;
    private final Map<PersonId, Hit> best = new HashMap<>();
    private float floor = Float.NEGATIVE_INFINITY;

    public BestPeople(int limit, Owner owner) {
        this.limit = limit;
        this.owner = owner;
    }

    /** A reference must be more similar than this to change anything. */
    float floor() {
        return floor;
    }

    void offer(ReferenceId reference, PersonId enrolled, Scope scope, float similarity) {
        var person = owner.of(reference, enrolled);
        if (person == null) {
            return;
        }
        var hit = best.get(person);
        if (hit == null || similarity > hit.similarity) {
            best.put(person, new Hit(scope, similarity));
            dropWorst();
        }
    }

    /** Most similar first; people of equal similarity by id, so that a repeat ranks them alike. */
    public List<Candidate> ranked() {
        var candidates = new ArrayList<Candidate>();
        best.forEach((person, hit) -> candidates.add(new Candidate(person, hit.scope, hit.clipped())));
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

    private Hit worst() {
        return best.values().stream()
                .min(Comparator.comparingDouble(hit -> hit.similarity))
                .orElseThrow();
    }

    /** Compared by identity on purpose: two people may be equally similar. */
    private static final class Hit {
        private final Scope scope;
        private final float similarity;

        Hit(Scope scope, float similarity) {
            this.scope = scope;
            this.similarity = similarity;
        }

        /** Rounding may lift the product of two unit vectors a little over 1. */
        double clipped() {
            return Math.max(-1, Math.min(1, similarity));
        }
    }
}
