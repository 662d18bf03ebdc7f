package io.faceline.benchmarks.soak;

import java.util.List;

/**
 * The trend of a metric.
 *
 * @param first the first sample
 * @param median median of all samples after the warm-up
 * @param lastQuarter median of the last quarter of these samples
 * @param slope growth per 10,000 frames by least squares over the samples after the warm-up
 */
record Trend(double first, double median, double lastQuarter, double slope) {
    private static final double FRAMES = 10_000;

    /** @param warmUp number of frames of the warm-up; at least two samples must follow */
    static Trend of(List<Sample> samples, ProcessMetric metric, long warmUp) {
        var warm = samples.stream().filter(sample -> sample.frames() >= warmUp).toList();
        if (warm.size() < 2) {
            throw new IllegalArgumentException("a trend needs two samples after " + warmUp + " frames");
        }
        return new Trend(
                samples.get(0).of(metric),
                median(warm, metric),
                median(warm.subList(warm.size() - Math.max(1, warm.size() / 4), warm.size()), metric),
                slope(warm, metric));
    }

    private static double median(List<Sample> samples, ProcessMetric metric) {
        var sorted = samples.stream()
                .mapToDouble(sample -> sample.of(metric))
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double slope(List<Sample> samples, ProcessMetric metric) {
        var meanFrames = samples.stream().mapToDouble(Sample::frames).average().orElseThrow();
        var meanValue = samples.stream()
                .mapToDouble(sample -> sample.of(metric))
                .average()
                .orElseThrow();
        var covariance = 0.0;
        var variance = 0.0;
        for (var sample : samples) {
            var deviation = sample.frames() - meanFrames;
            covariance += deviation * (sample.of(metric) - meanValue);
            variance += deviation * deviation;
        }
        return covariance / variance * FRAMES;
    }
}
