package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.Calibration;

/** Maps a similarity to a probability: {@code 1 / (1 + exp(-(slope · similarity + offset)))}. */
public record Sigmoid(double slope, double offset) {
    double of(double similarity) {
        return 1 / (1 + Math.exp(-(slope * similarity + offset)));
    }

    public Calibration forGalleryOf(int people) {
        return new Calibration(slope, offset, people);
    }
}
