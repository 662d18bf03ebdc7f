package io.faceline.tracking;

import io.faceline.contracts.identity.PersonId;
import java.util.List;

/**
 * When a person of the gallery was seen. A track's name counts for the whole track, also for the time before it was
 * known.
 *
 * @param appearances in order of time, at least one
 * @param bestSimilarity of any frame that points to the person
 * @param bestShot of all appearances
 */
public record PersonAppearances(
        PersonId person, List<Appearance> appearances, long frames, double bestSimilarity, BestShot bestShot) {
    public PersonAppearances {
        appearances = List.copyOf(appearances);
    }

    static PersonAppearances of(PersonId person, List<Appearance> appearances) {
        var bestSimilarity =
                appearances.stream().map(Appearance::bestSimilarity).reduce(Appearance::max);
        return new PersonAppearances(
                person,
                appearances,
                Appearance.frames(appearances),
                bestSimilarity.orElseThrow(),
                Appearance.bestShot(appearances));
    }
}
