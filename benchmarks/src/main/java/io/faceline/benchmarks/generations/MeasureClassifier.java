package io.faceline.benchmarks.generations;

import io.faceline.benchmarks.generations.ClosedSetResult.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trains a classifier and measures how it names photos that it was not trained with. */
public final class MeasureClassifier {
    private static final double NANOS_PER_MS = 1e6;
    private static final double FEW_STRANGERS = 0.01;

    private final TrainClassifier training;
    private final long seed;

    public MeasureClassifier(TrainClassifier training, long seed) {
        this.training = training;
        this.seed = seed;
    }

    public ClosedSetResult run(String name, PeopleSplit split) {
        var trained = training.train(split.train(), seed);
        try (var classifier = trained.classifier()) {
            var start = CpuTime.ofThread();
            var trials = trials(classifier, split);
            var msPerPhoto = CpuTime.ofThread().minus(start).toNanos() / NANOS_PER_MS / trials.size();
            return ClosedSetResult.of(
                    name,
                    split,
                    trained.photos(),
                    trials,
                    List.of(
                            new Decided("the best guess", NamingRates.of(trials, NamingRates.NAMES_ALL)),
                            new Decided("best threshold", NamingRates.best(trials)),
                            new Decided(
                                    "threshold for 1 % of strangers",
                                    NamingRates.withStrangersNamed(trials, FEW_STRANGERS))),
                    new ClosedSetResult.Cost(trained.cpu(), msPerPhoto));
        }
    }

    private static List<Trial> trials(FaceClassifier classifier, PeopleSplit split) {
        var trials = new ArrayList<Trial>();
        split.test()
                .forEach((person, photos) -> photos.forEach(
                        photo -> trials.add(new Trial(Optional.of(person), classifier.classify(photo)))));
        split.strangers().forEach(photo -> trials.add(new Trial(Optional.empty(), classifier.classify(photo))));
        return trials;
    }
}
