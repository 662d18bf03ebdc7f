package io.faceline.vision.camera.motion;

import java.util.Arrays;

/**
 * The usual brightness of each cell, and by how much it wavers. What stays becomes a part of it within a minute or two.
 * A drift of the brightness of the whole picture is followed at once. Confined to one thread.
 */
final class Background {
    /** Differences below are those of encoders. */
    private static final double MIN_CHANGE = 3;
    /** With this much noise, cells of rain and of a dark picture remain sensitive. */
    private static final double MAX_THRESHOLD = 12;
    /** Of the mean deviation: four standard deviations of normal noise. */
    private static final double NOISE_FACTOR = 5;

    private static final double FIRST_NOISE = 1;

    private static final double SECONDS_UNCHANGED = 10;
    private static final double SECONDS_CHANGED = 60;
    private static final double SECONDS_NOISE = 30;
    /** Something that stood still for twice as long does not move. */
    private static final double SECONDS_RECENT = 1;

    private static final double WHOLE_SHARE = 0.6;
    private static final double WHOLE_CHANGE = 12;
    /** Of the brightness of the whole picture from one picture to the next. */
    private static final int MAX_DRIFT = 6;

    private static final int MAX_LUMA = 255;

    private final double[] usual;
    private final double[] recent;
    private final double[] noise;
    private final boolean[] changed;
    private final boolean[] moving;
    private final int[] histogram = new int[2 * MAX_LUMA + 1];

    Background(int[] luma) {
        usual = Arrays.stream(luma).asDoubleStream().toArray();
        recent = usual.clone();
        noise = new double[luma.length];
        Arrays.fill(noise, FIRST_NOISE);
        changed = new boolean[luma.length];
        moving = new boolean[luma.length];
    }

    /**
     * Compares a picture with the background, then learns from it.
     *
     * @param seconds since the picture before
     * @return whether nearly everything changed; the picture then is the background
     */
    boolean look(int[] luma, double seconds) {
        if (isWhole(luma)) {
            for (var cell = 0; cell < luma.length; cell++) {
                usual[cell] = luma[cell];
                recent[cell] = luma[cell];
            }
            return true;
        }
        follow(drift(luma));
        var unchangedStep = step(seconds, SECONDS_UNCHANGED);
        var changedStep = step(seconds, SECONDS_CHANGED);
        var noiseStep = step(seconds, SECONDS_NOISE);
        var recentStep = step(seconds, SECONDS_RECENT);
        for (var cell = 0; cell < luma.length; cell++) {
            var threshold = threshold(cell);
            var difference = luma[cell] - usual[cell];
            changed[cell] = Math.abs(difference) > threshold;
            moving[cell] = Math.abs(luma[cell] - recent[cell]) > threshold;
            usual[cell] += difference * (changed[cell] ? changedStep : unchangedStep);
            recent[cell] += (luma[cell] - recent[cell]) * recentStep;
            // Limited, so that somebody who passes makes no cell blind.
            var deviation = Math.min(Math.abs(difference), threshold);
            noise[cell] += (deviation - noise[cell]) * noiseStep;
        }
        return false;
    }

    boolean isChanged(int cell) {
        return changed[cell];
    }

    /** Whether it also differs from the last second. */
    boolean isMoving(int cell) {
        return moving[cell];
    }

    private double threshold(int cell) {
        return Math.max(MIN_CHANGE, Math.min(MAX_THRESHOLD, NOISE_FACTOR * noise[cell]));
    }

    private boolean isWhole(int[] luma) {
        var cells = 0;
        for (var cell = 0; cell < luma.length; cell++) {
            if (Math.abs(luma[cell] - usual[cell]) > WHOLE_CHANGE) {
                cells++;
            }
        }
        return cells >= WHOLE_SHARE * luma.length;
    }

    /** The median of all differences, which nothing that covers less than half of the picture changes. */
    private int drift(int[] luma) {
        Arrays.fill(histogram, 0);
        for (var cell = 0; cell < luma.length; cell++) {
            histogram[(int) Math.round(luma[cell] - usual[cell]) + MAX_LUMA]++;
        }
        var below = 0;
        var median = 0;
        while (below + histogram[median] <= luma.length / 2) {
            below += histogram[median];
            median++;
        }
        return Math.max(-MAX_DRIFT, Math.min(MAX_DRIFT, median - MAX_LUMA));
    }

    private void follow(int drift) {
        for (var cell = 0; cell < usual.length; cell++) {
            usual[cell] = within(usual[cell] + drift);
            recent[cell] = within(recent[cell] + drift);
        }
    }

    private static double within(double luma) {
        return Math.max(0, Math.min(MAX_LUMA, luma));
    }

    /** The weight of a picture in a mean over so many seconds. */
    private static double step(double seconds, double over) {
        return 1 - Math.exp(-Math.max(0, seconds) / over);
    }
}
