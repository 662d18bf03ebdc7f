package io.faceline.evaluation.learning;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.face.Embedding;
import io.faceline.evaluation.degradation.PoorKind;
import io.faceline.evaluation.recognisability.FloatVectors;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.matcher.recognisability.FoundShare;
import io.faceline.matcher.recognisability.GalleryFunction;
import io.faceline.matcher.recognisability.Limits;
import io.faceline.matcher.recognisability.MeasureFacts;
import io.faceline.matcher.recognisability.RecognisabilityFacts;
import java.util.List;

/**
 * Class means, clusters and measures, learned from poor faces.
 *
 * @param classMeans the mean of each {@link PoorKind}
 */
record LearnedMeasures(
        List<Embedding> classMeans,
        List<Embedding> clusters,
        MeasureFacts quality,
        MeasureFacts turned,
        MeasureFacts covered,
        MeasureFacts eyes,
        MeasureFacts coarse) {
    private static final int CLUSTERS = 48;

    /** The median of clear photos. */
    private static final double ASSUMED_LENGTH = 3.7;

    LearnedMeasures {
        classMeans = List.copyOf(classMeans);
        clusters = List.copyOf(clusters);
    }

    static LearnedMeasures of(PoorSamples samples, long seed) {
        var means = samples.poor().values().stream()
                .map(faces -> FloatVectors.mean(units(faces)))
                .toList();
        var clusters = KMeans.of(units(samples.of(PoorSamples.ALL)), CLUSTERS, seed);
        var ordinary = signals(samples.ordinary(), means, clusters);
        var fit = new FitMeasure(ordinary);
        return new LearnedMeasures(
                means,
                clusters,
                fit.fit(ordinary, signals(samples.of(PoorSamples.ALL), means, clusters)),
                fit.fit(ordinary, signals(samples.of(PoorSamples.TURNED), means, clusters)),
                fit.fit(ordinary, signals(samples.of(PoorSamples.COVERED), means, clusters)),
                fit.fit(ordinary, signals(samples.of(PoorSamples.EYES), means, clusters)),
                fit.fit(ordinary, signals(samples.of(PoorSamples.COARSE), means, clusters)));
    }

    private static List<float[]> units(List<SampledFace> faces) {
        return faces.stream().map(face -> face.embedding().toArray()).toList();
    }

    private static List<Signals> signals(List<SampledFace> faces, List<Embedding> means, List<Embedding> clusters) {
        return faces.stream().map(face -> Signals.of(face, means, clusters)).toList();
    }

    /** The facts with a rule for pairs. */
    RecognisabilityFacts with(
            String model,
            String learnedFrom,
            PairParameters pairs,
            Calibration calibration,
            Limits limits,
            FoundShare found) {
        return new RecognisabilityFacts(
                model,
                learnedFrom,
                ASSUMED_LENGTH,
                classMeans,
                clusters,
                quality,
                pairs.turned().on(turned),
                pairs.covered().on(covered),
                pairs.eyes().on(eyes),
                pairs.coarse().on(coarse),
                pairs.crowd(),
                new GalleryFunction(pairs.crowdStart(), pairs.crowdPerLog(), PairParameters.MIN_PEOPLE),
                new GalleryFunction(pairs.match(), pairs.matchPerLog(), PairParameters.MIN_PEOPLE),
                calibration,
                limits,
                found);
    }
}
