package io.faceline.matcher.decision;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.Query;
import io.faceline.matcher.recognisability.Measures;
import org.jspecify.annotations.Nullable;

/**
 * A face to identify.
 *
 * @param measures null for a model of whose poor faces nothing was learned
 * @param best collects the most similar people
 */
record Probe(EmbeddedFace face, @Nullable Measures measures, BestPeople best) {
    Query query() {
        return new Query(EmbeddedFaces.embedding(face), best);
    }
}
