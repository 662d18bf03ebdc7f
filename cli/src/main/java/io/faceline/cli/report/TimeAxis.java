package io.faceline.cli.report;

import io.faceline.tracking.summary.VideoSummary;
import io.faceline.tracking.summary.Visit;
import io.faceline.vision.video.VideoFacts;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The time axis of a video, which maps positions to shares of its length.
 *
 * @param from the first position in seconds
 * @param to the last position in seconds, greater than {@code from}
 */
record TimeAxis(double from, double to) {
    private static final int MAX_TICKS = 7;
    private static final double[] STEPS = {
        0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
    };

    /** Includes all appearances, as the duration in the header of a video may be wrong. */
    static TimeAxis of(VideoFacts facts, VideoSummary summary) {
        var seen = appearances(summary);
        var end = facts.duration() > facts.start() ? facts.duration() : facts.start() + facts.duration();
        var from = DoubleStream.concat(
                DoubleStream.of(facts.start()), seen.stream().mapToDouble(Visit::first));
        var to = DoubleStream.concat(DoubleStream.of(end), seen.stream().mapToDouble(Visit::last));
        var first = from.min().orElseThrow();
        return new TimeAxis(first, Math.max(first + STEPS[0], to.max().orElseThrow()));
    }

    private static List<Visit> appearances(VideoSummary summary) {
        return Stream.of(
                        summary.people().stream().flatMap(person -> person.appearances().stream()),
                        summary.unknown().stream().flatMap(person -> person.appearances().stream()),
                        summary.uncertain().stream().map(sighting -> sighting.appearance()))
                .flatMap(appearances -> appearances)
                .toList();
    }

    /** The position as a share of the axis, such as {@code 12.50%}. */
    String place(double position) {
        return percent((position - from) / (to - from));
    }

    String length(Visit appearance) {
        return percent((appearance.last() - appearance.first()) / (to - from));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    /** Round positions, at most about {@value #MAX_TICKS}, so that the labels stay readable. */
    List<Double> ticks() {
        var step = step();
        return DoubleStream.iterate(Math.ceil(from / step) * step, tick -> tick <= to, tick -> tick + step)
                .boxed()
                .toList();
    }

    private double step() {
        for (var step : STEPS) {
            if ((to - from) / step <= MAX_TICKS) {
                return step;
            }
        }
        return Math.ceil((to - from) / MAX_TICKS / STEPS[STEPS.length - 1]) * STEPS[STEPS.length - 1];
    }

    /** The time without the day, and without tenths of a second when they are zero. */
    static String label(double tick, DoubleFunction<String> positions) {
        var text = positions.apply(tick);
        var time = text.substring(text.lastIndexOf(' ') + 1);
        return time.endsWith(".0") ? time.substring(0, time.length() - 2) : time;
    }

    /** The text anchor of a label; labels at the edges must not overflow. */
    String anchor(double tick) {
        var share = (tick - from) / (to - from);
        if (share < 0.04) {
            return "start";
        }
        return share > 0.96 ? "end" : "middle";
    }
}
