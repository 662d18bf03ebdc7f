package io.faceline.tracking.summary;

import io.faceline.contracts.identity.PersonId;
import java.util.List;

/**
 * The visits of a person of the gallery. A track's identity applies to the whole track, including the time before it was
 * decided.
 *
 * @param appearances ordered by time, at least one
 * @param bestSimilarity maximum similarity of all frames with the person as candidate
 * @param bestShot best shot of all appearances
 */
public record PersonAppearances(
        PersonId person, List<Visit> appearances, long frames, double bestSimilarity, SeenShot bestShot) {
    public PersonAppearances {
        appearances = List.copyOf(appearances);
    }

    static PersonAppearances of(PersonId person, List<Visit> visits) {
        var bestSimilarity = visits.stream().map(Visit::bestSimilarity).reduce(Visit::max);
        return new PersonAppearances(
                person, visits, Visit.frames(visits), bestSimilarity.orElseThrow(), Visit.bestShot(visits));
    }
}
