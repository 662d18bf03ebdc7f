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

/** Everything about one pair of models: pairs, searches among strangers, confidences, and all again with poor photos. */
public final class MeasureAccuracy {
    private final Map<String, List<Path>> photos;
    private final Optional<PairsFile> pairs;
    private final OpenSet set;
    private final long seed;

    /**
     * @param photos by person
     * @param pairs to compare as well, of which a few may be among the photos
     * @param people how many are enrolled, with one photo each
     * @param most photos that are searched of those, and of strangers
     * @throws EvaluationException when there are too few people, or no strangers among them
     */
    public MeasureAccuracy(Map<String, List<Path>> photos, Optional<PairsFile> pairs, int people, int most, long seed) {
        this.photos = photos;
        this.pairs = pairs;
        this.set = SeededSplit.of(photos, people, seed).limitedTo(most, seed);
        this.seed = seed;
        if (set.strangers().isEmpty()) {
            throw new EvaluationException("nobody is left to be a stranger: enroll fewer people");
        }
    }

    public AccuracyReport run(EvaluationContext instruments) {
        var enrolled = instruments.embed().asEnrollments(set.enrolled());
        var searched = instruments.embed().asProbes(looked());
        var model = instruments.model();
        var decisions = new Decisions(model);
        var searches = new RunSearches(enrolled, searched, model.modelId()).run(set);
        var answered = AnsweredSearch.of(searches, decisions, model.thresholds());
        var degradations = new MeasureDegradations(set, enrolled, searched, instruments, seed);
        var series = DegradationSeries.all().stream().map(degradations::run).toList();
        return new AccuracyReport(
                model,
                set.gallery().size(),
                searches.size() - set.strangers().size(),
                set.strangers().size(),
                searched.facesNotFound(),
                allPairs(enrolled.and(searched), model.thresholds().verify()),
                pairs.map(file -> listedPairs(file, searched, model.thresholds().verify())),
                OpenSetCurve.of(searches, OpenSetRates.of(searches, decisions, model.thresholds())),
                Reliability.of(answered.stream().map(AnsweredSearch::judged).toList()),
                degradations.reliability(),
                series);
    }

    private List<Path> looked() {
        var listed = pairs.stream().map(PairsFile::photos).flatMap(Collection::stream);
        return Stream.concat(set.searched().stream(), listed).distinct().toList();
    }

    private RocCurve allPairs(EmbeddedPhotos embedded, double verify) {
        var looked = new TreeMap<String, List<Path>>();
        photos.forEach((person, own) ->
                looked.put(person, own.stream().filter(embedded::has).toList()));
        return RocCurve.of(AllPairs.of(looked, embedded, seed), verify, Optional.empty());
    }

    private static RocCurve listedPairs(PairsFile file, EmbeddedPhotos embedded, double verify) {
        var scored = EvaluateVerification.score(file, embedded);
        return RocCurve.of(new ErrorRates(scored), verify, Optional.of(FoldedAccuracy.of(scored, file.folds())));
    }
}
