package io.faceline.contracts.catalog;

/**
 * How a similarity becomes a match confidence: {@code 1 / (1 + exp(-(slope · similarity + offset)))}. Fitted by
 * logistic regression (Platt 1999) on open-set top-1 trials of which half were strangers.
 *
 * @param gallerySize how many people were enrolled in those trials
 */
public record Calibration(double slope, double offset, int gallerySize) {
    public Calibration {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("a calibration rises with similarity, was " + slope + ", " + offset);
        }
    }

    /** 0 to 1. */
    public double confidence(double similarity) {
        return 1 / (1 + Math.exp(-(slope * similarity + offset)));
    }
}
