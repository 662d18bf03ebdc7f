package io.faceline.evaluation.learning;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.degradation.PoorKind;
import io.faceline.evaluation.recognisability.PhotoSet;
import io.faceline.evaluation.sampling.OtherPeople;
import io.faceline.evaluation.sampling.PeopleSamples;
import io.faceline.evaluation.sampling.SampleFaces;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.matcher.recognisability.RecognisabilityFacts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Learns recognisability from a folder of photos, and tunes it on labelled people. */
public final class LearnFromPhotos {
    private final SampleFaces sample;
    private final MatchingFacts model;
    private final long seed;
    private final Consumer<String> progress;

    public LearnFromPhotos(SampleFaces sample, MatchingFacts model, long seed, Consumer<String> progress) {
        this.sample = sample;
        this.model = model;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Learns.
     *
     * @param photos of many people, clear and upright
     * @param people of whom the parts {@link PeopleSamples#TUNED} are used
     * @param others faces of whom the same parts are used
     * @param learnedFrom the photos with their licence, for the file
     */
    public RecognisabilityFacts run(
            Path folder,
            List<Path> photos,
            PeopleSamples people,
            Map<OtherPeople, List<SampledFace>> others,
            String learnedFrom) {
        var samples = samples(folder, photos);
        var tuned = people.faces(PeopleSamples.TUNED);
        var set = PhotoSet.of(tuned.getOrDefault(PeopleSamples.CLEAN, List.of()), PeopleSamples::person);
        return new LearnRecognisability(model, learnedFrom, seed, progress).run(samples, set, tuned, others);
    }

    private PoorSamples samples(Path folder, List<Path> photos) {
        var ordinary = sample.ordinary("learned", folder, photos);
        var poor = new EnumMap<PoorKind, List<SampledFace>>(PoorKind.class);
        for (var kind : PoorKind.values()) {
            poor.put(kind, sample.degraded("learned", folder, ordinary, kind.name(), kind, kind.draws()));
        }
        return new PoorSamples(ordinary, poor);
    }
}
