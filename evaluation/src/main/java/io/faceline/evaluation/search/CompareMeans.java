package io.faceline.evaluation.search;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.BestPeople.Hit;
import io.faceline.matcher.index.MeasuredReference;
import io.faceline.matcher.recognisability.Measures;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Compares a face with the plain means of the references of the people that a search of single references found. */
final class CompareMeans {
    private final Function<PersonId, List<MeasuredReference>> references;

    CompareMeans(Function<PersonId, List<MeasuredReference>> references) {
        this.references = references;
    }

    /** The same people, most similar first. */
    List<Hit> of(List<Hit> hits, Embedding face, BestPeople.Penalty penalty) {
        return hits.stream()
                .map(hit -> of(hit, face, penalty))
                .sorted(Hit.MOST_SIMILAR_FIRST)
                .toList();
    }

    private Hit of(Hit hit, Embedding face, BestPeople.Penalty penalty) {
        var all = references.apply(hit.person());
        if (all.size() < 2) {
            return hit;
        }
        var similarity = face.similarity(mean(all));
        var nearest = hit.candidate();
        var candidate = new Candidate(hit.person(), nearest.scope(), similarity, nearest.reference());
        return new Hit(candidate, similarity - penalty.of(meanMeasures(all)));
    }

    private static Embedding mean(List<MeasuredReference> references) {
        var sum = new float[references.get(0).embedding().dimension()];
        for (var reference : references) {
            var vector = reference.embedding().toArray();
            for (var i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return Embedding.normalised(sum);
    }

    /** Null if one was not measured. */
    private static @Nullable Measures meanMeasures(List<MeasuredReference> references) {
        if (references.stream().anyMatch(reference -> reference.measures() == null)) {
            return null;
        }
        return new Measures(
                mean(references, Measures::quality),
                mean(references, Measures::turned),
                mean(references, Measures::covered),
                mean(references, Measures::eyes),
                mean(references, Measures::coarse));
    }

    private static double mean(List<MeasuredReference> references, ToDoubleFunction<Measures> measure) {
        return references.stream()
                .map(reference -> Objects.requireNonNull(reference.measures()))
                .mapToDouble(measure)
                .average()
                .orElseThrow();
    }
}
