package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.PeopleHalves;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.search.ScoredTrial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Fits calibration and thresholds of an embedder to a labelled folder. */
public final class Calibrate {
    private final Map<String, List<Path>> photos;
    private final int gallerySize;
    private final int thresholdPeople;
    private final long seed;

    /**
     * @param gallerySize how many people the calibration's trials are searched among
     * @param thresholdPeople how many people are enrolled for the choice of thresholds
     */
    public Calibrate(Map<String, List<Path>> photos, int gallerySize, int thresholdPeople, long seed) {
        this.photos = photos;
        this.gallerySize = gallerySize;
        this.thresholdPeople = thresholdPeople;
        this.seed = seed;
    }

    public CalibrationReport run(EmbedPhotos embed, MatchingFacts model) {
        var embedded = embed.asProbes(
                photos.values().stream().flatMap(Collection::stream).toList());
        var source = new CalibrationTrials(embedded, model.modelId(), gallerySize, seed);
        var trials = source.of(photos);
        return new CalibrationReport(
                model.modelId(),
                PlattFit.of(trials).forGalleryOf(gallerySize),
                trials.size(),
                reliability(source),
                ChooseThresholds.run(photos, embedded, model, thresholdPeople, seed));
    }

    private Reliability reliability(CalibrationTrials source) {
        var halves = PeopleHalves.of(photos, seed);
        var one = source.of(halves.one());
        var other = source.of(halves.other());
        var judged = new ArrayList<ScoredTrial>();
        judge(one, PlattFit.of(other), judged);
        judge(other, PlattFit.of(one), judged);
        return Reliability.of(judged);
    }

    private static void judge(List<TopOneTrial> trials, Sigmoid fitted, List<ScoredTrial> judged) {
        for (var trial : trials) {
            judged.add(new ScoredTrial(fitted.of(trial.similarity()), trial.isRight()));
        }
    }
}
