package io.faceline.matcher.recognisability;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Embedding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures how recognisable the faces of one embedding model are. Immutable. */
public final class Recognisability {
    private final double assumedLength;
    private final Projection classMeans;
    private final Projection clusters;
    private final Measure quality;
    private final Measure turned;
    private final Measure covered;
    private final Measure eyes;
    private final Measure coarse;
    private final PairRule rule;

    public Recognisability(RecognisabilityFacts facts) {
        this.assumedLength = facts.assumedLength();
        this.classMeans = Projection.of(facts.classMeans());
        this.clusters = Projection.of(facts.clusters());
        this.quality = new Measure(facts.quality());
        this.turned = new Measure(facts.turned());
        this.covered = new Measure(facts.covered());
        this.eyes = new Measure(facts.eyes());
        this.coarse = new Measure(facts.coarse());
        this.rule = new PairRule(facts);
    }

    /**
     * Empty for a model of which nothing was learned.
     *
     * @throws CatalogException when the model's file is damaged or was learned for another model
     */
    public static Optional<Recognisability> of(MatchingFacts model) {
        return model.recognisability().map(file -> {
            var facts = facts(model, file.content());
            if (!facts.model().equals(model.modelId()) || facts.dimension() != model.dimension()) {
                throw new CatalogException("model \"" + model.modelId() + "\", field embedding.recognisability: "
                        + file.name() + " was learned for " + facts.model() + " with " + facts.dimension()
                        + " dimensions");
            }
            return new Recognisability(facts);
        });
    }

    private static RecognisabilityFacts facts(MatchingFacts model, Blob content) {
        try {
            return RecognisabilityFacts.read(content);
        } catch (IllegalArgumentException e) {
            throw new CatalogException(
                    "model \"" + model.modelId() + "\", field embedding.recognisability: " + e.getMessage(), e);
        }
    }

    /** @param rawLength length of the embedder's output; null if it was not recorded, as in records of older versions */
    public Measures measure(Embedding face, @Nullable Double rawLength) {
        return measure(face.toArray(), rawLength == null ? assumedLength : rawLength);
    }

    private Measures measure(float[] unit, double length) {
        var classMean = classMeans.max(unit);
        var cluster = clusters.max(unit);
        return new Measures(
                quality.of(unit, length, classMean, cluster),
                turned.of(unit, length, classMean, cluster),
                covered.of(unit, length, classMean, cluster),
                eyes.of(unit, length, classMean, cluster),
                coarse.of(unit, length, classMean, cluster));
    }

    /** What the measures of two faces and a gallery mean for a similarity. */
    public PairRule rule() {
        return rule;
    }
}
