package io.faceline.tracking;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.PersonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who was seen when, of the tracks so far. Grows with the number of appearances and not with that of frames. Not safe for
 * threads.
 */
final class Appearances {
    private final Map<PersonId, Person> named;
    private final Map<PersonId, List<Appearance>> unsure;
    private final UnknownClusters unknown;

    Appearances() {
        this(Map.of(), Map.of(), new UnknownClusters());
    }

    private Appearances(Map<PersonId, Person> named, Map<PersonId, List<Appearance>> unsure, UnknownClusters unknown) {
        this.named = new HashMap<>(named);
        this.unsure = new HashMap<>(unsure);
        this.unknown = unknown;
    }

    Appearances copy() {
        return new Appearances(named, unsure, unknown.copy());
    }

    void add(TrackSummary track, Thresholds thresholds) {
        var person = track.decision().person();
        if (person.isEmpty()) {
            unknown.add(track, thresholds);
        } else if (track.decision().decision() == Decision.MATCH) {
            named.merge(person.get(), Person.of(track), Person::plus);
        } else {
            unsure.merge(person.get(), List.of(track.appearance()), Appearance::plus);
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
                .sorted(Comparator.comparing((UnknownClusters.Group group) -> !group.isToldApart())
                        .thenComparingDouble(group -> group.appearances().get(0).first()))
                .toList();
        var numbered = new ArrayList<UnknownPerson>();
        for (var group : groups) {
            numbered.add(new UnknownPerson(
                    numbered.size() + 1,
                    group.likeness().isPresent(),
                    group.appearances(),
                    Appearance.frames(group.appearances()),
                    Appearance.bestShot(group.appearances())));
        }
        return numbered;
    }

    List<UncertainSighting> uncertain(Thresholds thresholds) {
        var sightings = new ArrayList<UncertainSighting>();
        unsure.forEach((person, appearances) -> appearances.forEach(appearance -> sightings.add(new UncertainSighting(
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

    /** Whom a group looks like, by the 1:1 threshold, of those who are named. Enough for a doubt and not for a name. */
    private Optional<Lookalike> lookalike(UnknownClusters.Group group, Thresholds thresholds) {
        return named.entrySet().stream()
                .map(entry -> new Lookalike(
                        entry.getKey(), group.similarity(entry.getValue().likeness())))
                .filter(like -> like.similarity() >= thresholds.verify())
                .max(Comparator.comparingDouble(Lookalike::similarity));
    }

    private record Lookalike(PersonId person, double similarity) {
        UncertainSighting at(Appearance appearance) {
            return new UncertainSighting(person, UncertainSighting.Cause.LIKE_SOMEBODY_NAMED, similarity, appearance);
        }
    }

    private record Person(Optional<MeanEmbedding> likeness, List<Appearance> appearances) {
        static Person of(TrackSummary track) {
            return new Person(track.likeness(), List.of(track.appearance()));
        }

        Person plus(Person other) {
            return new Person(
                    likeness.map(ours -> other.likeness.map(ours::plus).orElse(ours))
                            .or(other::likeness),
                    Appearance.plus(appearances, other.appearances));
        }
    }
}
