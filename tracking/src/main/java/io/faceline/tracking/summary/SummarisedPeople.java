package io.faceline.tracking.summary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.track.Appearance;
import io.faceline.tracking.summary.UncertainSighting.Cause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The people of a video, from its appearances. */
final class SummarisedPeople {
    private final List<Appearance> all;
    private final double maxGap;
    private final Pictures pictures;

    /** @param maxGap seconds between appearances that are one visit */
    SummarisedPeople(Collection<Appearance> appearances, double maxGap, Pictures pictures) {
        this.all = appearances.stream()
                .sorted(Comparator.comparingLong(Appearance::number))
                .toList();
        this.maxGap = maxGap;
        this.pictures = pictures;
    }

    List<PersonAppearances> named() {
        return of(Decision.MATCH)
                .collect(groupingBy(seen -> seen.identity().requirePerson(), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> PersonAppearances.of(entry.getKey(), visits(entry.getValue())))
                .sorted(Comparator.comparingDouble(
                        person -> person.appearances().get(0).first()))
                .toList();
    }

    List<UnknownPerson> unknown() {
        var groups = groups().stream()
                .filter(group -> group.get(0).like() == null)
                .map(group -> Group.of(group, visits(group)))
                .sorted(Comparator.comparing((Group group) -> !group.isDistinct())
                        .thenComparingDouble(group -> group.visits().get(0).first()))
                .toList();
        var numbered = new ArrayList<UnknownPerson>();
        for (var group : groups) {
            numbered.add(new UnknownPerson(
                    numbered.size() + 1,
                    group.isClear(),
                    group.visits(),
                    Visit.frames(group.visits()),
                    Visit.bestShot(group.visits())));
        }
        return numbered;
    }

    List<UncertainSighting> uncertain() {
        return Stream.concat(unsure(), lookalikes())
                .sorted(Comparator.comparingDouble(
                        sighting -> sighting.appearance().first()))
                .toList();
    }

    private Stream<UncertainSighting> unsure() {
        return of(Decision.UNCERTAIN)
                .collect(groupingBy(seen -> seen.identity().requirePerson(), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .flatMap(entry -> visits(entry.getValue()).stream()
                        .map(visit -> new UncertainSighting(
                                entry.getKey(),
                                Cause.UNSURE_FRAMES,
                                Optional.ofNullable(visit.bestSimilarity()).orElse(-1.0),
                                visit)));
    }

    private Stream<UncertainSighting> lookalikes() {
        return groups().stream()
                .flatMap(group -> Optional.ofNullable(group.get(0).like()).stream()
                        .flatMap(like -> visits(group).stream()
                                .map(visit -> new UncertainSighting(
                                        like.person(), Cause.LIKE_SOMEBODY_NAMED, like.similarity(), visit))));
    }

    private Collection<List<Appearance>> groups() {
        return of(Decision.UNKNOWN)
                .collect(groupingBy(
                        seen -> Objects.requireNonNullElse(seen.group(), seen.id()), LinkedHashMap::new, toList()))
                .values();
    }

    private List<Visit> visits(List<Appearance> appearances) {
        return Visit.of(appearances, maxGap, pictures);
    }

    private Stream<Appearance> of(Decision decision) {
        return all.stream().filter(seen -> seen.identity().decision() == decision);
    }

    private record Group(boolean isClear, List<Visit> visits) {
        static Group of(List<Appearance> appearances, List<Visit> visits) {
            // A track with only poor faces is in no group with others.
            return new Group(appearances.get(0).isClear(), visits);
        }

        /** Whether the person could be recognised again, and was seen in more than one frame. */
        boolean isDistinct() {
            return isClear && Visit.frames(visits) > 1;
        }
    }
}
