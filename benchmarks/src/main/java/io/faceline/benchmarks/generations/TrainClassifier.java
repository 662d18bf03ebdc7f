package io.faceline.benchmarks.generations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Trains a classifier from scratch. */
@FunctionalInterface
public interface TrainClassifier {
    /**
     * @param photos by person
     * @param seed of the initial weights, the order of the photos and their variations
     */
    Trained train(Map<String, List<Path>> photos, long seed);

    /**
     * @param classifier closed by the caller
     * @param photos number of photos with a face, which were used
     * @param cpu processor time of the training, with the detection of the faces
     * @param elapsed from the photos to the classifier
     */
    record Trained(FaceClassifier classifier, int photos, Duration cpu, Duration elapsed) {}
}
