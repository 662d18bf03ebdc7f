package io.faceline.evaluation.search;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.util.ArrayList;
import java.util.List;

/** Evaluates open-set identification: false positive and false negative identifications. */
public final class EvaluateOpenSet {
    /** Evaluates thresholds around that of the catalog, in steps of 0.02. */
    private static final int STEPS_PER_UNIT = 50;

    private static final int STEPS_PER_SIDE = 8;

    private EvaluateOpenSet() {}

    public static OpenSetReport run(OpenSet set, EmbedPhotos embed, MatchingFacts model) {
        var enrolled = embed.asEnrollments(set.enrolled());
        var searched = embed.asProbes(set.searched());
        var searches = new RunSearches(enrolled, searched, model).run(set);
        var decisions = new Decisions(model);
        var people = people(set, enrolled);
        var thresholds = decisions.thresholds(people);
        return new OpenSetReport(
                model.modelId(),
                people,
                (int) searches.stream().filter(search -> !search.isOfStranger()).count(),
                set.strangers().size(),
                enrolled.facesNotFound() + searched.facesNotFound(),
                searched.msPerFace(),
                OpenSetRates.of(searches, decisions, thresholds),
                byThreshold(searches, decisions, thresholds));
    }

    private static int people(OpenSet set, EmbeddedPhotos enrolled) {
        return (int) set.gallery().values().stream()
                .filter(photos ->
                        photos.stream().anyMatch(photo -> enrolled.of(photo).isPresent()))
                .count();
    }

    private static List<OpenSetRates> byThreshold(List<Search> searches, Decisions decisions, Thresholds catalog) {
        var rates = new ArrayList<OpenSetRates>();
        var middle = (int) Math.round(catalog.match() * STEPS_PER_UNIT);
        for (var step = middle - STEPS_PER_SIDE; step <= middle + STEPS_PER_SIDE; step++) {
            var match = (double) step / STEPS_PER_UNIT;
            if (Math.abs(match) <= 1) {
                rates.add(OpenSetRates.of(searches, decisions, ThresholdCandidate.of(catalog, match, 0)));
            }
        }
        return rates;
    }
}
