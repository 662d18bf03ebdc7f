package io.faceline.matcher.decision;

import io.faceline.contracts.face.Embedding;
import io.faceline.matcher.index.MeasuredReference;
import io.faceline.matcher.recognisability.Measures;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * All references of a person as one: their mean, in which poor ones count little. It is made for each search from the
 * references there are, and kept nowhere.
 *
 * @param measures the mean of theirs, with the same weights
 */
record Template(Embedding embedding, Measures measures) {
    /** @param references at least one, all measured */
    static Template of(List<MeasuredReference> references, ToDoubleFunction<Measures> weight) {
        var sum = new float[references.get(0).embedding().dimension()];
        var measures = new double[5];
        var total = 0.0;
        for (var reference : references) {
            var own = Objects.requireNonNull(reference.measures(), "not measured");
            var share = weight.applyAsDouble(own);
            add(reference.embedding().toArray(), share, sum);
            add(own, share, measures);
            total += share;
        }
        return new Template(Embedding.normalised(sum), mean(measures, total));
    }

    private static void add(float[] vector, double weight, float[] sum) {
        for (var i = 0; i < sum.length; i++) {
            sum[i] += (float) (weight * vector[i]);
        }
    }

    private static void add(Measures measures, double weight, double[] sum) {
        sum[0] += weight * measures.quality();
        sum[1] += weight * measures.turned();
        sum[2] += weight * measures.covered();
        sum[3] += weight * measures.eyes();
        sum[4] += weight * measures.coarse();
    }

    private static Measures mean(double[] sum, double total) {
        return new Measures(sum[0] / total, sum[1] / total, sum[2] / total, sum[3] / total, sum[4] / total);
    }
}
