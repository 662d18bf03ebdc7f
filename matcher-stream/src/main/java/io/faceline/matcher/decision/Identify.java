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
            var best = queries.get(face).best();
            matched.add(matched(frame, faces.faces().get(face).face(), best.ranked(), isStale));
        }
        return faces.with(matched);
    }

    private Query query(Embeddings frame, EmbeddedFace face) {
        // A frame that enrolled this face and is processed again must not match itself.
        var ownReference = ReferenceId.of(frame.facts().id(), face.face().index());
        var best =
                new BestPeople(limit, (reference, person) -> reference.equals(ownReference) ? null : resolve(person));
        return new Query(EmbeddedFaces.embedding(face), best);
    }

    private MatchedFace matched(Embeddings frame, Face face, List<Candidate> candidates, boolean isStale) {
        return new MatchedFace(face, decide.decide(face, model(frame), candidates, rival(candidates), isStale));
    }

    public MatchingFacts model(Embeddings frame) {
        return models.of(frame.modelId());
    }

    /** Resolves a person through merges; null if the person was deleted. */
    public @Nullable PersonId resolve(PersonId enrolled) {
        var person = people.follow(enrolled);
        return people.isDeleted(person) ? null : person;
    }

    private @Nullable Candidate rival(List<Candidate> candidates) {
        return candidates.stream()
                .skip(1)
                .filter(other -> !people.isSamePerson(candidates.get(0), other))
                .findFirst()
                .orElse(null);
    }
}
