package io.faceline.benchmarks.generations;

import java.nio.file.Path;
import java.util.Optional;

/** Names one of a closed set of people. Not thread-safe. */
public interface FaceClassifier extends AutoCloseable {
    /** The guess for the central face of a photo; empty when no face is found. */
    Optional<Guess> classify(Path photo);

    @Override
    void close();
}
