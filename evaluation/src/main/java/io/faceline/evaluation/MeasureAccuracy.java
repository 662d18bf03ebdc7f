package io.faceline.evaluation;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.dataset.PairsFile;
import io.faceline.evaluation.dataset.SeededSplit;
import io.faceline.evaluation.degradation.DegradationSeries;
import io.faceline.evaluation.degradation.MeasureDegradations;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.embedding.EvaluationContext;
import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.OpenSetCurve;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.verification.AllPairs;
import io.faceline.evaluation.verification.ErrorRates;
import io.faceline.evaluation.verification.EvaluateVerification;
import io.faceline.evaluation.verification.FoldedAccuracy;
import io.faceline.evaluation.verification.RocCurve;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measures one pair of models: verification, open-set identification, reliability of confidences, and degraded photos. */
public final class MeasureAccuracy {
    private final Map<String, List<Path>> photos;
    private final Optional<PairsFile> pairs;
    private final OpenSet set;
    private final long seed;

    /**
     * @param photos by person
     * @param pairs additional pairs to compare, whose photos may overlap with {@code photos}
     * @param people number of people to enroll, with one photo each
     * @param maxPhotos maximum photos searched of enrolled people, and of strangers
     * @throws EvaluationException when there are too few people or no strangers
     */
    public MeasureAccuracy(
            Map<String, List<Path>> photos, Optional<PairsFile> pairs, int people, int maxPhotos, long seed) {
        SeededSplit.require("--gallery-size", photos, people);
        if (maxPhotos < 1) {
            throw new EvaluationException("--photos must be at least 1, was " + maxPhotos);
        }
        this.photos = photos;
        this.pairs = pairs;
        this.set = SeededSplit.of(photos, people, seed).limitedTo(maxPhotos, seed);
        this.seed = seed;
        if (set.strangers().isEmpty()) {
            throw new EvaluationException("--gallery-size: no strangers are left: enroll fewer people");
        }
    }

    public AccuracyReport run(EvaluationContext context) {
        var enrolled = context.embed().asEnrollments(set.enrolled());
        var searched = context.embed().asProbes(searchedPhotos());
        var model = context.model();
        var decisions = new Decisions(model);
        var thresholds = decisions.thresholds(set.gallery().size());
        var searches = new RunSearches(enrolled, searched, model).run(set);
        var answered = AnsweredSearch.of(searches, decisions, thresholds);
        var degradations = new MeasureDegradations(set, enrolled, searched, context, seed);
        var series = DegradationSeries.all().stream().map(degradations::run).toList();
        return new AccuracyReport(
                model,
                set.gallery().size(),
                searches.size() - set.strangers().size(),
                set.strangers().size(),
                searched.facesNotFound(),
                allPairs(enrolled.and(searched), model.thresholds().verify()),
                pairs.map(file -> listedPairs(file, searched, model.thresholds().verify())),
                OpenSetCurve.of(searches, OpenSetRates.of(searches, decisions, thresholds)),
                Reliability.of(answered.stream().map(AnsweredSearch::scored).toList()),
                degradations.reliability(),
                series);
    }

    private List<Path> searchedPhotos() {
        var listed = pairs.stream().map(PairsFile::photos).flatMap(Collection::stream);
        return Stream.concat(set.searched().stream(), listed).distinct().toList();
    }

    private RocCurve allPairs(EmbeddedPhotos embedded, double verify) {
        var embeddedPhotos = new TreeMap<String, List<Path>>();
        photos.forEach((person, own) ->
                embeddedPhotos.put(person, own.stream().filter(embedded::has).toList()));
        return RocCurve.of(AllPairs.of(embeddedPhotos, embedded, seed), verify, Optional.empty());
    }

    private static RocCurve listedPairs(PairsFile file, EmbeddedPhotos embedded, double verify) {
        var scored = EvaluateVerification.score(file, embedded);
        return RocCurve.of(new ErrorRates(scored), verify, Optional.of(FoldedAccuracy.of(scored, file.folds())));
    }
}
