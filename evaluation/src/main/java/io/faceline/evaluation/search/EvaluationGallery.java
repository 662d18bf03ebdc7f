package io.faceline.evaluation.search;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.Reference;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.matcher.decision.CompareTemplates;
import io.faceline.matcher.decision.MatchingModel;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.decision.Ranking;
import io.faceline.matcher.decision.ThresholdOverrides;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.index.MeasuredReference;
import io.faceline.matcher.recognisability.PairRule;
import java.time.Instant;
import java.util.List;

/** The index of the matcher, filled and searched without Kafka. */
final class EvaluationGallery {
    /** The best candidate and those who tell the crowd. */
    private static final int CANDIDATES = 1 + PairRule.CROWD;

    private final MatchingModel model;
    private final Gallery gallery;
    private final Comparison comparison;

    EvaluationGallery(MatchingFacts facts, Comparison comparison) {
        var models = new Models(List.of(facts), ThresholdOverrides.NONE);
        this.model = models.of(facts.modelId());
        this.gallery = new Gallery(Scope.SESSION, models);
        this.comparison = comparison;
    }

    void enroll(PersonId person, EmbeddedPhoto photo) {
        var id = new ReferenceId("reference/" + gallery.size());
        var modelId = model.facts().modelId();
        gallery.index(new Reference(id, person, photo.embedding(), modelId, 1, Instant.EPOCH, photo.rawLength()));
    }

    Search.Found search(Face face, EmbeddedPhoto photo) {
        var measures = model.measure(photo.embedding(), photo.rawLength());
        var penalty = model.penaltyOf(measures);
        var best = new BestPeople(CANDIDATES, (reference, person) -> person, penalty);
        search(photo, best);
        var people = gallery.countPeople();
        var hits = compared(best.hits(), photo.embedding(), penalty);
        return new Search.Found(face, model.isHopelessProbe(measures), ranking(hits, people), people);
    }

    private List<BestPeople.Hit> compared(List<BestPeople.Hit> hits, Embedding face, BestPeople.Penalty penalty) {
        return switch (comparison) {
            case BEST -> hits;
            case MEAN -> new CompareMeans(this::references).of(hits, face, penalty);
            case TEMPLATE -> new CompareTemplates(model, this::references).of(hits, face, penalty);
        };
    }

    private List<MeasuredReference> references(PersonId person) {
        return gallery.measured(person, model.facts().modelId());
    }

    private Ranking ranking(List<BestPeople.Hit> hits, int people) {
        var ranking = Ranking.of(hits.stream().map(BestPeople.Hit::candidate).toList());
        var others = hits.stream().skip(1).map(BestPeople.Hit::similarity).toList();
        return hits.isEmpty()
                ? ranking
                : ranking.less(model.penalty(hits.get(0).penalty(), people), model.crowd(others, people));
    }

    private void search(EmbeddedPhoto photo, BestPeople best) {
        gallery.search(model.facts().modelId(), photo.embedding(), best);
    }
}
