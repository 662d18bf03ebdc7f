package io.faceline.standalone.evaluate;

import io.faceline.contracts.Candidate;
import io.faceline.contracts.Embedding;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.Reference;
import io.faceline.contracts.ReferenceId;
import io.faceline.contracts.Scope;
import io.faceline.matcher.BestPeople;
import io.faceline.matcher.Gallery;
import java.time.Instant;
import java.util.List;

/** The matcher's own index, filled and searched without Kafka. */
final class EvaluationGallery {
    /** The best, and a rival for the margin. */
    private static final int CANDIDATES = 2;

    private final Gallery gallery = new Gallery(Scope.SESSION);
    private final String modelId;

    EvaluationGallery(String modelId) {
        this.modelId = modelId;
    }

    void enroll(PersonId person, Embedding embedding) {
        var id = new ReferenceId("reference/" + gallery.size());
        gallery.put(new Reference(id, person, embedding, modelId, 1, Instant.EPOCH));
    }

    List<Candidate> search(Embedding embedding) {
        var best = new BestPeople(CANDIDATES, (reference, person) -> person);
        gallery.search(modelId, embedding, best);
        return best.ranked();
    }
}
