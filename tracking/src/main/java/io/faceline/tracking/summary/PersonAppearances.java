package io.faceline.tracking.summary;

import io.faceline.contracts.identity.PersonId;
import io.faceline.tracking.BestShot;
import java.util.List;

/**
 * The appearances of a person of the gallery. A track's identity applies to the whole track, including the time before
 * it was decided.
 *
 * @param appearances ordered by time, at least one
 * @param bestSimilarity maximum similarity of all frames with the person as candidate
 * @param bestShot best shot of all appearances
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
