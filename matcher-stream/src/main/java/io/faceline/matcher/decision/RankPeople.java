package io.faceline.matcher.decision;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.identity.PersonId;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.BestPeople.Hit;
import io.faceline.matcher.index.Query;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.People;
import io.faceline.matcher.recognisability.PairRule;
import java.util.List;
import java.util.Optional;

/** Ranks the people whom a search found for a face. */
final class RankPeople {
    private final Galleries galleries;
    private final People people;
    private final int limit;

    /** @param limit maximum number of people that a search returns */
    RankPeople(Galleries galleries, People people, int limit) {
        this.galleries = galleries;
        this.people = people;
        this.limit = limit;
    }

    /**
     * @param owner resolves the references that the face may match
     * @param count number of people searched
     */
    Ranking rank(Embeddings frame, Probe probe, BestPeople.Owner owner, MatchingModel model, int count) {
        var hits = hits(frame, probe, owner, model);
        if (hits.isEmpty()) {
            return Ranking.of(List.of());
        }
        var first = hits.get(0);
        var rivals = rivals(frame, probe, owner, hits, model.scale(count));
        var similarities = rivals.stream().map(Candidate::similarity).toList();
        return new Ranking(
                hits.stream().map(Hit::candidate).toList(),
                rivals.stream().findFirst().orElse(null),
                namesake(hits).orElse(null),
                model.penalty(first.penalty(), count),
                model.crowd(similarities, count));
    }

    private List<Hit> hits(Embeddings frame, Probe probe, BestPeople.Owner owner, MatchingModel model) {
        var templates = new CompareTemplates(
                model, person -> galleries.visibleTo(frame.facts().session()).stream()
                        .flatMap(gallery -> gallery.measured(person, frame.modelId()).stream())
                        .filter(reference -> owner.of(reference.id(), person) != null)
                        .toList());
        return templates.of(
                probe.best().hits(), EmbeddedFaces.embedding(probe.face()), model.penaltyOf(probe.measures()));
    }

    /** The most similar people with another name than the first: enough to tell the margin and the crowd. */
    private List<Candidate> rivals(Embeddings frame, Probe probe, BestPeople.Owner owner, List<Hit> hits, Scale scale) {
        var first = hits.get(0);
        var rivals = hits.stream()
                .skip(1)
                .filter(hit -> !people.haveOneName(first.person(), hit.person()))
                .limit(PairRule.CROWD)
                .map(Hit::candidate)
                .toList();
        var mayFollow = hits.size() == limit && rivals.size() < PairRule.CROWD;
        return mayFollow && first.similarity() >= scale.thresholds().uncertain()
                ? rivalsBehind(frame, probe, owner, first.person())
                : rivals;
    }

    /** Searches again if people of one name fill the list, as rivals may follow them. */
    private List<Candidate> rivalsBehind(Embeddings frame, Probe probe, BestPeople.Owner owner, PersonId first) {
        var best = new BestPeople(PairRule.CROWD, (reference, enrolled) -> {
            var person = owner.of(reference, enrolled);
            return person == null || people.haveOneName(first, person) ? null : person;
        });
        search(frame, probe, best);
        return best.ranked();
    }

    private Optional<Candidate> namesake(List<Hit> hits) {
        var first = hits.get(0).candidate();
        return hits.stream()
                .skip(1)
                .map(Hit::candidate)
                .filter(other -> other.scope() == first.scope())
                .filter(other -> people.haveOneName(first.person(), other.person()))
                .findFirst();
    }

    private void search(Embeddings frame, Probe probe, BestPeople best) {
        var query = new Query(EmbeddedFaces.embedding(probe.face()), best);
        for (var gallery : galleries.visibleTo(frame.facts().session())) {
            gallery.search(frame.modelId(), List.of(query));
        }
    }
}
