package io.faceline.tracking.summary;

import io.faceline.contracts.identity.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visits of a person of the gallery. A track's identity applies to the whole track, including the time before it was
 * decided.
 *
 * @param appearances ordered by time, at least one
 * @param bestSimilarity maximum similarity of all frames with the person as candidate; absent if only somebody by hand said
 *     who it is
 * @param bestShot best shot of all appearances
 */
public record PersonAppearances(
        PersonId person,
        List<Visit> appearances,
        long frames,
        @Nullable Double bestSimilarity,
        SeenShot bestShot) {
    public PersonAppearances {
        appearances = List.copyOf(appearances);
    }

    static PersonAppearances of(PersonId person, List<Visit> visits) {
        Double bestSimilarity = null;
        for (var visit : visits) {
            bestSimilarity = Visit.max(bestSimilarity, visit.bestSimilarity());
        }
        return new PersonAppearances(person, visits, Visit.frames(visits), bestSimilarity, Visit.bestShot(visits));
    }
}
