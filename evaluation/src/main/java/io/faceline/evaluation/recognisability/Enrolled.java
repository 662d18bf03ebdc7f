package io.faceline.evaluation.recognisability;

import java.util.List;

/** The faces of one level that are enrolled, one photo a person, with their similarities to the probes. */
record Enrolled(LevelFaces faces, Similarities similarities, List<Integer> photos) {
    Enrolled {
        photos = List.copyOf(photos);
    }
}
