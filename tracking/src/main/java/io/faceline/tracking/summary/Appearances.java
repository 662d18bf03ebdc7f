package io.faceline.tracking.summary;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.PersonId;
import io.faceline.tracking.MeanEmbedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the appearances of people from finished tracks. Its size depends on the number of appearances, not of
 * frames. Not thread-safe.
 */
final class Appearances {
    private final Map<PersonId, Person> named;
    private final Map<PersonId, List<Appearance>> uncertain;
    private final UnknownClusters unknown;

    Appearances() {
        this(Map.of(), Map.of(), new UnknownClusters());
    }

    private Appearances(
            Map<PersonId, Person> named, Map<PersonId, List<Appearance>> uncertain, UnknownClusters unknown) {
        this.named = new HashMap<>(named);
        this.uncertain = new HashMap<>(uncertain);
        this.unknown = unknown;
    }

    Appearances copy() {
        return new Appearances(named, uncertain, unknown.copy());
    }

    void add(TrackSummary track, Thresholds thresholds) {
        var person = track.decision().person();
        if (person.isEmpty()) {
            unknown.add(track, thresholds);
        } else if (track.decision().decision() == Decision.MATCH) {
            named.merge(person.get(), Person.of(track), Person::plus);
        } else {
            uncertain.merge(person.get(), List.of(track.appearance()), Appearance::plus);
        }
    }

    List<PersonAppearances> people() {
        return named.entrySet().stream()
                .map(entry ->
                        PersonAppearances.of(entry.getKey(), entry.getValue().appearances()))
                .sorted(Comparator.comparingDouble(
                        person -> person.appearances().get(0).first()))
                .toList();
    }

    List<UnknownPerson> unknown(Thresholds thresholds) {
        var groups = unknown.groups().stream()
                .filter(group -> lookalike(group, thresholds).isEmpty())
                .sorted(Comparator.comparing((UnknownClusters.Group group) -> !group.isDistinct())
                        .thenComparingDouble(group -> group.appearances().get(0).first()))
                .toList();
        var numbered = new ArrayList<UnknownPerson>();
        for (var group : groups) {
            numbered.add(new UnknownPerson(
                    numbered.size() + 1,
                    group.embedding().isPresent(),
                    group.appearances(),
                    Appearance.frames(group.appearances()),
                    Appearance.bestShot(group.appearances())));
        }
        return numbered;
    }

    List<UncertainSighting> uncertain(Thresholds thresholds) {
        var sightings = new ArrayList<UncertainSighting>();
        uncertain.forEach(
                (person, appearances) -> appearances.forEach(appearance -> sightings.add(new UncertainSighting(
                        person,
                        UncertainSighting.Cause.UNSURE_FRAMES,
                        Optional.ofNullable(appearance.bestSimilarity()).orElse(-1.0),
                        appearance))));
        for (var group : unknown.groups()) {
            lookalike(group, thresholds)
                    .ifPresent(like -> group.appearances().forEach(appearance -> sightings.add(like.at(appearance))));
        }
        sightings.sort(
                Comparator.comparingDouble(sighting -> sighting.appearance().first()));
        return sightings;
    }

    /**
     * The named person whom a group resembles by the 1:1 threshold: enough for an uncertain sighting, not for a match.
     */
    private Optional<Lookalike> lookalike(UnknownClusters.Group group, Thresholds thresholds) {
        return named.entrySet().stream()
                .map(entry -> new Lookalike(
                        entry.getKey(), group.similarity(entry.getValue().embedding())))
                .filter(like -> like.similarity() >= thresholds.verify())
                .max(Comparator.comparingDouble(Lookalike::similarity));
    }

    private record Lookalike(PersonId person, double similarity) {
        UncertainSighting at(Appearance appearance) {
            return new UncertainSighting(person, UncertainSighting.Cause.LIKE_SOMEBODY_NAMED, similarity, appearance);
        }
    }

    private record Person(Optional<MeanEmbedding> embedding, List<Appearance> appearances) {
        static Person of(TrackSummary track) {
            return new Person(track.embedding(), List.of(track.appearance()));
        }

        Person plus(Person other) {
            return new Person(
                    embedding
                            .map(own -> other.embedding.map(own::plus).orElse(own))
                            .or(other::embedding),
                    Appearance.plus(appearances, other.appearances));
        }
    }
}
