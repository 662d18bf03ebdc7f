package io.faceline.evaluation.search;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.Gallery;
import java.time.Instant;
import java.util.List;

/** The index of the matcher, filled and searched without Kafka. */
final class EvaluationGallery {
    /** The best candidate and the second best for the margin. */
    private static final int CANDIDATES = 2;

    private final Gallery gallery = new Gallery(Scope.SESSION);
    private final String modelId;

    EvaluationGallery(String modelId) {
        this.modelId = modelId;
    }

    void enroll(PersonId person, Embedding embedding) {
        var id = new ReferenceId("reference/" + gallery.size());
        gallery.index(new Reference(id, person, embedding, modelId, 1, Instant.EPOCH));
    }

    List<Candidate> search(Embedding embedding) {
        var best = new BestPeople(CANDIDATES, (reference, person) -> person);
        gallery.search(modelId, embedding, best);
        return best.ranked();
    }
}
