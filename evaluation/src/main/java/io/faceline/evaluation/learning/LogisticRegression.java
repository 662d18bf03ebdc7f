package io.faceline.evaluation.learning;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Logistic regression with an L2 penalty and balanced classes, as scikit-learn's {@code LogisticRegression(C,
 * class_weight="balanced")}: minimises {@code |w|²/2 + C Σ weight · loss}. The offset is not penalised. By L-BFGS
 * (Nocedal and Wright, algorithm 7.4) with backtracking.
 */
final class LogisticRegression {
    private static final int ROUNDS = 300;
    private static final int MEMORY = 10;
    private static final double CONVERGED = 1e-4;
    private static final double MIN_DECREASE = 1e-4;
    private static final double MIN_STEP = 1e-10;

    private final List<float[]> rows;
    private final boolean[] good;
    private final double[] costs;
    private final int width;

    private LogisticRegression(List<float[]> rows, boolean[] good, double c) {
        this.rows = rows;
        this.good = good;
        this.width = rows.get(0).length;
        this.costs = new double[rows.size()];
        var goods = 0;
        for (var isGood : good) {
            goods += isGood ? 1 : 0;
        }
        for (var i = 0; i < costs.length; i++) {
            costs[i] = c * costs.length / (2.0 * (good[i] ? goods : costs.length - goods));
        }
    }

    /**
     * @param good whether each row is of the class with high results
     * @param c inverse of the strength of the penalty
     * @return the weights, and the offset as the last number
     */
    static double[] fit(List<float[]> rows, boolean[] good, double c) {
        return new LogisticRegression(rows, good, c).minimise();
    }

    private double[] minimise() {
        var at = new double[width + 1];
        var gradient = new double[width + 1];
        var loss = loss(at, gradient);
        var steps = new ArrayDeque<Step>();
        for (var round = 0; round < ROUNDS && norm(gradient) > CONVERGED; round++) {
            var direction = direction(gradient, steps);
            var slope = dot(direction, gradient);
            var next = new double[at.length];
            var nextGradient = new double[at.length];
            var step = 1.0;
            var nextLoss = loss(move(at, direction, step, next), nextGradient);
            while (nextLoss > loss + MIN_DECREASE * step * slope && step > MIN_STEP) {
                step /= 2;
                nextLoss = loss(move(at, direction, step, next), nextGradient);
            }
            if (steps.size() == MEMORY) {
                steps.removeFirst();
            }
            steps.addLast(Step.of(at, next, gradient, nextGradient));
            at = next;
            gradient = nextGradient;
            loss = nextLoss;
        }
        return at;
    }

    private double loss(double[] at, double[] gradient) {
        var loss = 0.0;
        for (var k = 0; k < width; k++) {
            loss += at[k] * at[k] / 2;
            gradient[k] = at[k];
        }
        gradient[width] = 0;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var sum = at[width];
            for (var k = 0; k < width; k++) {
                sum += at[k] * row[k];
            }
            var signed = good[i] ? sum : -sum;
            loss += costs[i] * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
            var pull = costs[i] * (good[i] ? -1 : 1) / (1 + Math.exp(signed));
            for (var k = 0; k < width; k++) {
                gradient[k] += pull * row[k];
            }
            gradient[width] += pull;
        }
        return loss;
    }

    private static double[] direction(double[] gradient, ArrayDeque<Step> steps) {
        var direction = gradient.clone();
        var factors = new ArrayDeque<Double>();
        steps.descendingIterator().forEachRemaining(step -> {
            var factor = dot(step.moved, direction) / step.product;
            add(direction, step.turned, -factor);
            factors.addFirst(factor);
        });
        if (!steps.isEmpty()) {
            var last = steps.getLast();
            scale(direction, last.product / dot(last.turned, last.turned));
        }
        for (var step : steps) {
            add(direction, step.moved, factors.removeFirst() - dot(step.turned, direction) / step.product);
        }
        scale(direction, -1);
        return direction;
    }

    private static double[] move(double[] from, double[] direction, double step, double[] to) {
        for (var k = 0; k < from.length; k++) {
            to[k] = from[k] + step * direction[k];
        }
        return to;
    }

    private static void add(double[] to, double[] other, double factor) {
        for (var k = 0; k < to.length; k++) {
            to[k] += factor * other[k];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (var k = 0; k < vector.length; k++) {
            vector[k] *= factor;
        }
    }

    private static double dot(double[] one, double[] other) {
        var sum = 0.0;
        for (var k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    /** A step of the search and how it turned the gradient. */
    private static final class Step {
        private final double[] moved;
        private final double[] turned;
        private final double product;

        private Step(double[] moved, double[] turned) {
            this.moved = moved;
            this.turned = turned;
            this.product = Math.max(dot(moved, turned), Double.MIN_NORMAL);
        }

        static Step of(double[] from, double[] to, double[] gradientBefore, double[] gradientAfter) {
            var moved = to.clone();
            add(moved, from, -1);
            var turned = gradientAfter.clone();
            add(turned, gradientBefore, -1);
            return new Step(moved, turned);
        }
    }
}
