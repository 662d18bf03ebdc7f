package io.faceline.benchmarks.soak;

import java.util.List;

/**
 * How a quantity went.
 *
 * @param first at the first sample
 * @param median of all samples after the warm-up
 * @param lastQuarter median of the last quarter of them
 * @param slope by least squares over the samples after the warm-up, for 10,000 frames
 */
record Trend(double first, double median, double lastQuarter, double slope) {
    private static final double FRAMES = 10_000;

    /** @param warmUp frames until everything has been used once; at least two samples must come later */
    static Trend of(List<Sample> samples, Quantity quantity, long warmUp) {
        var warm = samples.stream().filter(sample -> sample.frames() >= warmUp).toList();
        if (warm.size() < 2) {
            throw new IllegalArgumentException("a trend needs two samples after " + warmUp + " frames");
        }
        return new Trend(
                samples.get(0).of(quantity),
                median(warm, quantity),
                median(warm.subList(warm.size() - Math.max(1, warm.size() / 4), warm.size()), quantity),
                slope(warm, quantity));
    }

    private static double median(List<Sample> samples, Quantity quantity) {
        var sorted = samples.stream()
                .mapToDouble(sample -> sample.of(quantity))
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double slope(List<Sample> samples, Quantity quantity) {
        var meanFrames = samples.stream().mapToDouble(Sample::frames).average().orElseThrow();
        var meanValue = samples.stream()
                .mapToDouble(sample -> sample.of(quantity))
                .average()
                .orElseThrow();
        var together = 0.0;
        var squares = 0.0;
        for (var sample : samples) {
            var off = sample.frames() - meanFrames;
            together += off * (sample.of(quantity) - meanValue);
            squares += off * off;
        }
        return together / squares * FRAMES;
    }
}
