package io.faceline.standalone.cli;

import io.faceline.contracts.Decision;
import io.faceline.contracts.MatchedFace;
import io.faceline.contracts.PersonId;
import java.util.Optional;

/** What people are called. Records never say. */
interface Names {
    String of(PersonId person);

    /** The name of a matched face; uncertain and unknown faces have none. */
    default Optional<String> of(MatchedFace face) {
        var identification = face.identification();
        return identification == null || identification.decision() != Decision.MATCH
                ? Optional.empty()
                : Optional.of(of(identification.candidates().get(0).person()));
    }
}
