package io.faceline.evaluation.search;

import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import java.util.List;
import java.util.Optional;

/** Constructed searches for Ada and Bob. */
public final class Searches {
    public static final PersonId ADA = new PersonId("ada");
    public static final PersonId BOB = new PersonId("bob");
    public static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.4, 0.05, 0.4);
    public static final Decisions DECISIONS =
            new Decisions(new MatchingFacts("test@00000000", 2, THRESHOLDS, new Calibration(40, -20, 100)));

    private static final double SHARP = 0.9;

    private Searches() {}

    public static Search known(PersonId person, Candidate... candidates) {
        return new Search(Optional.of(person), Optional.of(new Search.Found(face(SHARP), List.of(candidates))));
    }

    public static Search stranger(Candidate... candidates) {
        return stranger(SHARP, candidates);
    }

    public static Search stranger(double sharpness, Candidate... candidates) {
        return new Search(Optional.empty(), Optional.of(new Search.Found(face(sharpness), List.of(candidates))));
    }

    public static Search withoutFace(Optional<PersonId> person) {
        return new Search(person, Optional.empty());
    }

    public static Candidate candidate(PersonId person, double similarity) {
        return new Candidate(person, Scope.SESSION, similarity);
    }

    private static Face face(double sharpness) {
        return TestFaces.face(new Quality(0.9, 120, sharpness, 0.5, 0, 0, 0));
    }
}
