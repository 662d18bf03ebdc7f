package io.faceline.matcher.decision;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.BestPeople.Hit;
import io.faceline.matcher.index.MeasuredReference;
import java.util.List;
import java.util.function.Function;

/** Compares a face with the templates of the people that a search of single references found. */
public final class CompareTemplates {
    private final MatchingModel model;
    private final Function<PersonId, List<MeasuredReference>> references;

    /** @param references the references of a person that the face may match */
    public CompareTemplates(MatchingModel model, Function<PersonId, List<MeasuredReference>> references) {
        this.model = model;
        this.references = references;
    }

    /** The same people, most similar first; those with several references by their template, which tell
     * the most similar of them all the same. */
    public List<Hit> of(List<Hit> hits, Embedding face, BestPeople.Penalty penalty) {
        if (!model.hasTemplates()) {
            return hits;
        }
        return hits.stream()
                .map(hit -> of(hit, face, penalty))
                .sorted(Hit.MOST_SIMILAR_FIRST)
                .toList();
    }

    private Hit of(Hit hit, Embedding face, BestPeople.Penalty penalty) {
        // Others may have written references of another dimension.
        var all = references.apply(hit.person()).stream()
                .filter(reference -> reference.embedding().dimension() == face.dimension())
                .toList();
        if (all.size() < 2) {
            return hit;
        }
        var template = model.template(all);
        var similarity = face.similarity(template.embedding());
        var nearest = hit.candidate();
        var candidate = new Candidate(hit.person(), nearest.scope(), similarity, nearest.reference());
        return new Hit(candidate, similarity - penalty.of(template.measures()));
    }
}
