package io.faceline.evaluation.learning;

import io.faceline.contracts.Blob;
import io.faceline.matcher.recognisability.MeasureFacts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Fits one measure: ordinary faces against poor ones. */
final class FitMeasure {
    private static final int SCALARS = 3;

    /** Weight of the unit vector and of the standardised scalars before the penalty, by cross-validation over photos. */
    private static final float UNIT = 22;

    private static final double SCALAR = 3;
    private static final double C = 1.7e-4;

    private final double[] means = new double[SCALARS];
    private final double[] deviations = new double[SCALARS];

    /** @param ordinary the faces whose scalars the standard is taken from */
    FitMeasure(List<Signals> ordinary) {
        for (var s = 0; s < SCALARS; s++) {
            var number = s;
            var mean = ordinary.stream()
                    .mapToDouble(face -> face.scalar(number))
                    .average()
                    .orElseThrow();
            var variance = ordinary.stream()
                    .mapToDouble(face -> Math.pow(face.scalar(number) - mean, 2))
                    .average()
                    .orElseThrow();
            means[s] = mean;
            deviations[s] = Math.sqrt(variance);
        }
    }

    /** The measure without a rule for pairs: no deficit costs anything. */
    MeasureFacts fit(List<Signals> ordinary, List<Signals> poor) {
        var rows = new ArrayList<float[]>();
        var good = new boolean[ordinary.size() + poor.size()];
        for (var face : ordinary) {
            good[rows.size()] = true;
            rows.add(row(face));
        }
        poor.forEach(face -> rows.add(row(face)));
        return facts(LogisticRegression.fit(rows, good, C));
    }

    private float[] row(Signals face) {
        var dimension = face.dimension();
        var row = new float[dimension + SCALARS];
        for (var k = 0; k < dimension; k++) {
            row[k] = UNIT * face.unit(k);
        }
        for (var s = 0; s < SCALARS; s++) {
            row[dimension + s] = (float) (SCALAR * (face.scalar(s) - means[s]) / deviations[s]);
        }
        return row;
    }

    /** Undoes the standardisation. */
    private MeasureFacts facts(double[] fitted) {
        var dimension = fitted.length - SCALARS - 1;
        var weights = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var k = 0; k < dimension; k++) {
            weights.putFloat((float) (UNIT * fitted[k]));
        }
        var scalars = new double[SCALARS];
        var offset = fitted[fitted.length - 1];
        for (var s = 0; s < SCALARS; s++) {
            scalars[s] = SCALAR * fitted[dimension + s] / deviations[s];
            offset -= scalars[s] * means[s];
        }
        return new MeasureFacts(Blob.wrap(weights.array()), scalars[0], scalars[1], scalars[2], offset, 0, 1, 0);
    }
}
