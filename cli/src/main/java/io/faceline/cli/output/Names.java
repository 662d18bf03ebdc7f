package io.faceline.cli.output;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.identity.PersonId;
import java.util.Optional;

/** Looks up the names of people, which Kafka's answers do not hold. */
public interface Names {
    String of(PersonId person);

    /** The name of a matched face; uncertain and unknown faces have none. */
    default Optional<String> of(MatchedFace face) {
        var identification = face.identification();
        return identification == null || identification.decision() != Decision.MATCH
                ? Optional.empty()
                : Optional.of(of(identification.candidates().get(0).person()));
    }
}
