package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.PeopleHalves;
import io.faceline.evaluation.dataset.SeededSplit;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.search.ScoredTrial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Fits the calibration and the thresholds of an embedder to labelled photos. */
public final class Calibrate {
    private final Map<String, List<Path>> photos;
    private final int gallerySize;
    private final int thresholdPeople;
    private final long seed;

    /**
     * @param gallerySize number of people enrolled per trial of the calibration
     * @param thresholdPeople number of people enrolled to choose the thresholds
     * @throws EvaluationException when there are too few people
     */
    public Calibrate(Map<String, List<Path>> photos, int gallerySize, int thresholdPeople, long seed) {
        SeededSplit.require("--gallery-size", photos, gallerySize);
        SeededSplit.require("--threshold-gallery-size", photos, thresholdPeople);
        this.photos = photos;
        this.gallerySize = gallerySize;
        this.thresholdPeople = thresholdPeople;
        this.seed = seed;
    }

    public CalibrationReport run(EmbedPhotos embed, MatchingFacts model) {
        var embedded = embed.asProbes(
                photos.values().stream().flatMap(Collection::stream).toList());
        var source = new CalibrationTrials(embedded, model, gallerySize, seed);
        var trials = source.of(photos);
        return new CalibrationReport(
                model.modelId(),
                PlattFit.of(trials).forGalleryOf(gallerySize),
                trials.size(),
                reliability(source),
                ChooseThresholds.run(photos, embedded, model, thresholdPeople, seed),
                new ThresholdsBySize(photos, embedded, model, seed).run().orElse(null));
    }

    private Reliability reliability(CalibrationTrials source) {
        var halves = PeopleHalves.of(photos, seed);
        var one = source.of(halves.one());
        var other = source.of(halves.other());
        var scored = new ArrayList<ScoredTrial>();
        score(one, PlattFit.of(other), scored);
        score(other, PlattFit.of(one), scored);
        return Reliability.of(scored);
    }

    private static void score(List<TopOneTrial> trials, Sigmoid fitted, List<ScoredTrial> scored) {
        for (var trial : trials) {
            scored.add(new ScoredTrial(fitted.of(trial.similarity()), trial.isRight()));
        }
    }
}
