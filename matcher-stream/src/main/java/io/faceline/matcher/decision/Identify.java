package io.faceline.matcher.decision;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.QualityLimits;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.Query;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Identifies the faces of a frame among all people visible to its session. */
public final class Identify {
    /** Enough to find a rival behind a person who is enrolled both in the session and in the shared gallery. */
    private static final int MIN_CANDIDATES = 3;

    private final Galleries galleries;
    private final People people;
    private final Models models;
    private final Decide decide;
    private final int limit;

    public Identify(Galleries galleries, People people, Models models, QualityLimits probe, int candidates) {
        this.galleries = galleries;
        this.people = people;
        this.models = models;
        this.decide = new Decide(probe, candidates);
        this.limit = Math.max(MIN_CANDIDATES, candidates);
    }

    public Faces<MatchedFace> identify(Embeddings frame, Faces<EmbeddedFace> faces, boolean isStale) {
        var queries = faces.faces().stream().map(face -> query(frame, face)).toList();
        for (var gallery : galleries.visibleTo(frame.facts().session())) {
            gallery.search(frame.modelId(), queries);
        }
        var matched = new ArrayList<MatchedFace>();
        for (var face = 0; face < queries.size(); face++) {
            var ranking = ranking(
                    frame, faces.faces().get(face), queries.get(face).best().ranked());
            matched.add(matched(frame, faces.faces().get(face).face(), ranking, isStale));
        }
        return faces.with(matched);
    }

    private Query query(Embeddings frame, EmbeddedFace face) {
        return new Query(EmbeddedFaces.embedding(face), new BestPeople(limit, owner(frame, face)));
    }

    private BestPeople.Owner owner(Embeddings frame, EmbeddedFace face) {
        // A frame that enrolled this face and is processed again must not match itself.
        var ownReference = ReferenceId.of(frame.facts().id(), face.face().index());
        return (reference, person) -> reference.equals(ownReference) ? null : resolve(person);
    }

    private MatchedFace matched(Embeddings frame, Face face, Ranking ranking, boolean isStale) {
        return new MatchedFace(face, decide.decide(face, model(frame), ranking, isStale));
    }

    public MatchingFacts model(Embeddings frame) {
        return models.of(frame.modelId());
    }

    /** Resolves a person through merges; null if the person was deleted. */
    public @Nullable PersonId resolve(PersonId enrolled) {
        var person = people.follow(enrolled);
        return people.isDeleted(person) ? null : person;
    }

    private Ranking ranking(Embeddings frame, EmbeddedFace face, List<Candidate> candidates) {
        if (candidates.size() < 2) {
            return new Ranking(candidates, null, null);
        }
        var first = candidates.get(0);
        var others = candidates.subList(1, candidates.size());
        var rival = others.stream()
                .filter(other -> !people.haveOneName(first.person(), other.person()))
                .findFirst()
                .or(() -> rivalBehind(frame, face, candidates));
        var namesake = others.stream()
                .filter(other -> other.scope() == first.scope())
                .filter(other -> people.haveOneName(first.person(), other.person()))
                .findFirst();
        return new Ranking(candidates, rival.orElse(null), namesake.orElse(null));
    }

    /** Searches again if people of one name fill the list, as a rival may follow them. */
    private Optional<Candidate> rivalBehind(Embeddings frame, EmbeddedFace face, List<Candidate> candidates) {
        var first = candidates.get(0);
        if (candidates.size() < limit
                || first.similarity() < model(frame).thresholds().match()) {
            return Optional.empty();
        }
        var owner = owner(frame, face);
        var best = new BestPeople(1, (reference, enrolled) -> {
            var person = owner.of(reference, enrolled);
            return person == null || people.haveOneName(first.person(), person) ? null : person;
        });
        for (var gallery : galleries.visibleTo(frame.facts().session())) {
            gallery.search(frame.modelId(), EmbeddedFaces.embedding(face), best);
        }
        return best.ranked().stream().findFirst();
    }
}
