package io.faceline.evaluation.calibration;

import io.faceline.evaluation.dataset.EvaluationException;
import java.util.List;

/**
 * Logistic regression with smoothed targets (Platt 1999), by Newton's method with backtracking (Lin, Lin and Weng 2007).
 */
public final class PlattFit {
    private static final int MAX_STEPS = 100;
    private static final double MIN_STEP = 1e-10;
    private static final double RIDGE = 1e-12;
    private static final double CONVERGED = 1e-6;
    private static final double MIN_DECREASE = 1e-4;

    private final double[] similarities;
    private final double[] targets;

    private PlattFit(List<TopOneTrial> trials) {
        var right = trials.stream().filter(TopOneTrial::isRight).count();
        var wrong = trials.size() - right;
        if (right == 0 || wrong == 0) {
            throw new EvaluationException("a calibration needs correct and incorrect trials");
        }
        similarities = trials.stream().mapToDouble(TopOneTrial::similarity).toArray();
        targets = trials.stream()
                .mapToDouble(trial -> trial.isRight() ? (right + 1.0) / (right + 2) : 1.0 / (wrong + 2))
                .toArray();
    }

    /** @throws EvaluationException when all trials are right, or all wrong */
    public static Sigmoid of(List<TopOneTrial> trials) {
        return new PlattFit(trials).minimise();
    }

    private Sigmoid minimise() {
        var current = new Sigmoid(0, 0);
        for (var step = 0; step < MAX_STEPS; step++) {
            var derivatives = derivatives(current);
            if (derivatives.isFlat()) {
                return current;
            }
            var next = descend(current, derivatives);
            if (next.equals(current)) {
                return current;
            }
            current = next;
        }
        throw new EvaluationException("the calibration did not converge in " + MAX_STEPS + " steps");
    }

    /** First and second derivatives of the loss by slope (a) and offset (b). */
    private Derivatives derivatives(Sigmoid at) {
        double a = 0;
        double b = 0;
        double aa = RIDGE;
        double bb = RIDGE;
        double ab = 0;
        for (var i = 0; i < similarities.length; i++) {
            var p = at.of(similarities[i]);
            var error = p - targets[i];
            var weight = p * (1 - p);
            a += error * similarities[i];
            b += error;
            aa += weight * similarities[i] * similarities[i];
            bb += weight;
            ab += weight * similarities[i];
        }
        return new Derivatives(a, b, aa, bb, ab);
    }

    private Sigmoid descend(Sigmoid from, Derivatives derivatives) {
        var determinant = derivatives.aa * derivatives.bb - derivatives.ab * derivatives.ab;
        var a = -(derivatives.bb * derivatives.a - derivatives.ab * derivatives.b) / determinant;
        var b = -(derivatives.aa * derivatives.b - derivatives.ab * derivatives.a) / determinant;
        var directionalDerivative = derivatives.a * a + derivatives.b * b;
        var loss = loss(from);
        for (var step = 1.0; step >= MIN_STEP; step /= 2) {
            var next = new Sigmoid(from.slope() + step * a, from.offset() + step * b);
            if (loss(next) < loss + MIN_DECREASE * step * directionalDerivative) {
                return next;
            }
        }
        return from;
    }

    /** Cross entropy, in a form that does not overflow. */
    private double loss(Sigmoid at) {
        var sum = 0.0;
        for (var i = 0; i < similarities.length; i++) {
            var logit = at.slope() * similarities[i] + at.offset();
            sum += Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - targets[i] * logit;
        }
        return sum;
    }

    private record Derivatives(double a, double b, double aa, double bb, double ab) {
        boolean isFlat() {
            return Math.abs(a) < CONVERGED && Math.abs(b) < CONVERGED;
        }
    }
}
