package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.LfwErrors;
import io.faceline.evaluation.dataset.PhotoSampling;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Fits the match threshold as a function of the number of people. Deterministic for a seed. */
final class ThresholdsBySize {
    private static final List<Integer> MEASURED = List.of(10, 30, 100, 300, 500, 1000, 2000);
    private static final List<Integer> BEYOND = List.of(10_000, 100_000);

    /** So that people with many photos do not dominate. */
    private static final int MAX_PHOTOS = 3;

    /** Enough people to have a tail, and enough strangers left to fill it. */
    private static final int SIZE_OF_TAIL = 500;

    private final Map<String, List<Path>> photos;
    private final EmbeddedPhotos embedded;
    private final MatchingFacts model;
    private final long seed;

    ThresholdsBySize(Map<String, List<Path>> photos, EmbeddedPhotos embedded, MatchingFacts model, long seed) {
        this.photos = PhotoSampling.of(LfwErrors.without(photos), MAX_PHOTOS, new Random(seed));
        this.embedded = embedded;
        this.model = model;
        this.seed = seed;
    }

    /** Empty when the people are too few for two sizes that leave strangers. */
    Optional<GallerySizes> run() {
        var search = new SearchBySize(photos, embedded, model, seed);
        var trials = MEASURED.stream()
                .filter(size -> size < photos.size())
                .map(search::of)
                .toList();
        return trials.size() < 2 ? Optional.empty() : Optional.of(fit(trials));
    }

    private GallerySizes fit(List<SizeTrials> trials) {
        var line = LogLine.fit(trials.stream()
                .map(size -> new LogLine.Point(size.people(), threshold(size)))
                .toList());
        var highest = trials.stream()
                .mapToDouble(size -> threshold(size) - line.at(size.people()))
                .max()
                .orElse(0);
        return new GallerySizes(
                photos.size(),
                SearchBySize.SPLITS,
                trials.stream().map(size -> measured(size, line)).toList(),
                line,
                line.at500() + Math.max(0, highest),
                tail(trials).orElse(null));
    }

    private static double threshold(SizeTrials size) {
        return size.errors().within(ThresholdChoice.MATCH_FPIR).threshold();
    }

    private static GallerySizes.Measured measured(SizeTrials size, LogLine line) {
        var own = size.errors().within(ThresholdChoice.MATCH_FPIR);
        var atLine = size.errors().at(line.at(size.people()));
        return new GallerySizes.Measured(
                size.people(),
                size.searched(),
                own.threshold(),
                own.falseNegative(),
                atLine.falsePositive(),
                atLine.falseNegative());
    }

    private Optional<GallerySizes.Tail> tail(List<SizeTrials> trials) {
        var of = trials.stream().filter(size -> size.people() <= SIZE_OF_TAIL).toList();
        var sizes = Stream.concat(trials.stream().map(SizeTrials::people), BEYOND.stream())
                .toList();
        return new FitTail(of.get(of.size() - 1), photos.size()).run(sizes, ThresholdChoice.MATCH_FPIR, seed);
    }
}
