package io.faceline.standalone.evaluate;

import io.faceline.contracts.BoundingBox;
import io.faceline.contracts.Candidate;
import io.faceline.contracts.Face;
import io.faceline.contracts.Landmarks;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.Point;
import io.faceline.contracts.Quality;
import io.faceline.contracts.Scope;
import io.faceline.contracts.Thresholds;
import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import java.util.List;
import java.util.Optional;

/** Hand-made searches among Ada and Bob. */
final class Searches {
    static final PersonId ADA = new PersonId("ada");
    static final PersonId BOB = new PersonId("bob");
    static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.4, 0.05, 0.4);
    static final Decisions DECISIONS =
            new Decisions(new MatchingFacts("test@00000000", 2, THRESHOLDS, new Calibration(40, -20, 100)));

    private static final double SHARP = 0.9;

    private Searches() {}

    static Search known(PersonId person, Candidate... candidates) {
        return new Search(Optional.of(person), Optional.of(new Search.Found(face(SHARP), List.of(candidates))));
    }

    static Search stranger(Candidate... candidates) {
        return stranger(SHARP, candidates);
    }

    static Search stranger(double sharpness, Candidate... candidates) {
        return new Search(Optional.empty(), Optional.of(new Search.Found(face(sharpness), List.of(candidates))));
    }

    static Search withoutFace(Optional<PersonId> person) {
        return new Search(person, Optional.empty());
    }

    static Candidate candidate(PersonId person, double similarity) {
        return new Candidate(person, Scope.SESSION, similarity);
    }

    private static Face face(double sharpness) {
        var point = new Point(0.5, 0.5);
        return new Face(
                0,
                new BoundingBox(0.4, 0.4, 0.2, 0.2),
                new Landmarks(point, point, point, point, point),
                0.9,
                new Quality(0.9, 100, sharpness, 0.5, 0, 0, 0));
    }
}
