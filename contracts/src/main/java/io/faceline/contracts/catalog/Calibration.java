package io.faceline.contracts.catalog;

/**
 * Maps a similarity to a match confidence: {@code 1 / (1 + exp(-(slope · similarity + offset)))}. Fitted by logistic
 * regression (Platt 1999) on open-set top-1 trials, half of them with people who are not enrolled.
 *
 * @param gallerySize number of people enrolled in those trials
 */
public record Calibration(double slope, double offset, int gallerySize) {
    public Calibration {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(
                    "calibration slope must be above 0 and slope and offset finite, was " + slope + ", " + offset);
        }
    }

    /** The match confidence, 0 to 1. */
    public double confidence(double similarity) {
        return 1 / (1 + Math.exp(-(slope * similarity + offset)));
    }
}
