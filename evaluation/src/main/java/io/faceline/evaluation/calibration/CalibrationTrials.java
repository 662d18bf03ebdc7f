package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.PhotoSampling;
import io.faceline.evaluation.dataset.SeededSplit;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Collects top-1 trials of a gallery of a given size, one photo per person, from several splits. Half of the trials are
 * of strangers; without them, unknown faces would get high confidences. Photos per person are limited, so that
 * celebrities with many photos do not dominate.
 */
final class CalibrationTrials {
    private static final int SPLITS = 40;
    private static final int MAX_PHOTOS_PER_PERSON = 5;

    private final EmbeddedPhotos embedded;
    private final MatchingFacts model;
    private final int gallerySize;
    private final long seed;

    CalibrationTrials(EmbeddedPhotos embedded, MatchingFacts model, int gallerySize, long seed) {
        this.embedded = embedded;
        this.model = model;
        this.gallerySize = gallerySize;
        this.seed = seed;
    }

    List<TopOneTrial> of(Map<String, List<Path>> photos) {
        var trials = new ArrayList<TopOneTrial>();
        var random = new Random(seed);
        for (var split = 0; split < SPLITS; split++) {
            trials.addAll(ofOneSplit(PhotoSampling.of(photos, MAX_PHOTOS_PER_PERSON, random), random));
        }
        return trials;
    }

    private List<TopOneTrial> ofOneSplit(Map<String, List<Path>> photos, Random random) {
        var set = SeededSplit.of(photos, gallerySize, random.nextLong());
        var searches = new RunSearches(embedded, embedded, model).run(set);
        var known = trials(searches, false, random);
        var strangers = trials(searches, true, random);
        var half = Math.min(known.size(), strangers.size());
        var trials = new ArrayList<>(known.subList(0, half));
        trials.addAll(strangers.subList(0, half));
        return trials;
    }

    private static List<TopOneTrial> trials(List<Search> searches, boolean ofStrangers, Random random) {
        var trials = new ArrayList<TopOneTrial>();
        for (var search : searches) {
            if (search.isOfStranger() == ofStrangers) {
                search.found().ifPresent(found -> found.adjusted()
                        .ifPresent(adjusted -> trials.add(new TopOneTrial(
                                adjusted,
                                found.best()
                                        .filter(best -> search.isRight(best.person()))
                                        .isPresent()))));
            }
        }
        Collections.shuffle(trials, random);
        return trials;
    }
}
