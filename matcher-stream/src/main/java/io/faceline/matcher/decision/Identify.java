package io.faceline.matcher.decision;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.QualityLimits;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.People;
import io.faceline.matcher.recognisability.PairRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Identifies the faces of a frame among all people visible to its session. */
public final class Identify {
    /** The best person, those who tell the crowd, and room for two who are enrolled twice under the name of the best. */
    private static final int MIN_CANDIDATES = 1 + PairRule.CROWD + 2;

    private final Galleries galleries;
    private final People people;
    private final Models models;
    private final Decide decide;
    private final RankPeople rank;
    private final int limit;

    public Identify(Galleries galleries, People people, Models models, QualityLimits probe, int candidates) {
        this.galleries = galleries;
        this.people = people;
        this.models = models;
        this.decide = new Decide(probe, candidates);
        this.limit = Math.max(MIN_CANDIDATES, candidates);
        this.rank = new RankPeople(galleries, people, limit);
    }

    /**
     * @param count number of people that the frame is compared with
     * @param isStale whether the gallery is older than the minimum version of the frame
     */
    public Faces<MatchedFace> identify(Embeddings frame, Faces<EmbeddedFace> faces, int count, boolean isStale) {
        var model = model(frame);
        var probes =
                faces.faces().stream().map(face -> probe(frame, face, model)).toList();
        search(frame, probes.stream().filter(probe -> !isHopeless(probe, model)).toList());
        return faces.with(probes.stream()
                .map(probe -> matched(frame, probe, model, count, isStale))
                .toList());
    }

    private void search(Embeddings frame, List<Probe> probes) {
        var queries = probes.stream().map(Probe::query).toList();
        for (var gallery : galleries.visibleTo(frame.facts().session())) {
            gallery.search(frame.modelId(), queries);
        }
    }

    private Probe probe(Embeddings frame, EmbeddedFace face, MatchingModel model) {
        var measures = model.measure(EmbeddedFaces.embedding(face), face.rawLength());
        return new Probe(face, measures, new BestPeople(limit, owner(frame, face), model.penaltyOf(measures)));
    }

    private static boolean isHopeless(Probe probe, MatchingModel model) {
        return model.isHopelessProbe(probe.measures());
    }

    private BestPeople.Owner owner(Embeddings frame, EmbeddedFace face) {
        // A frame that enrolled this face and is processed again must not match itself.
        var ownReference = ReferenceId.of(frame.facts().id(), face.face().index());
        return (reference, person) -> reference.equals(ownReference) ? null : resolve(person);
    }

    private MatchedFace matched(Embeddings frame, Probe probe, MatchingModel model, int count, boolean isStale) {
        var face = probe.face().face();
        return new MatchedFace(
                face.with(model.measured(face.quality(), probe.measures())),
                identification(frame, probe, model, count, isStale));
    }

    private Identification identification(
            Embeddings frame, Probe probe, MatchingModel model, int count, boolean isStale) {
        var face = probe.face();
        if (isHopeless(probe, model)) {
            return decide.unrecognisable(face.face(), isStale);
        }
        var ranking = rank.rank(frame, probe, owner(frame, face), model, count);
        return decide.decide(face.face(), model.scale(count).of(frame.facts()), ranking, isStale);
    }

    public MatchingModel model(Embeddings frame) {
        return models.of(frame.modelId());
    }

    /** Resolves a person through merges; null if the person was deleted. */
    public @Nullable PersonId resolve(PersonId enrolled) {
        var person = people.follow(enrolled);
        return people.isDeleted(person) ? null : person;
    }
}
