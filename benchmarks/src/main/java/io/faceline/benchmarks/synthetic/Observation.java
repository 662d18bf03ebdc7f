package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.tracking.TrackedFace;
import java.util.Optional;

/**
 * What was said of somebody's face in one frame.
 *
 * @param position in seconds
 * @param own whom the frame's own decision names; nobody when it is uncertain or unknown
 * @param track whom the track's decision names, given the frames up to this one
 */
record Observation(double position, Optional<PersonId> own, Optional<PersonId> track) {
    static Observation of(double position, TrackedFace face) {
        var own = Optional.ofNullable(face.face().identification())
                .filter(it -> it.decision() == Decision.MATCH)
                .map(it -> it.candidates().get(0).person());
        var track = face.track();
        return new Observation(position, own, track.decision() == Decision.MATCH ? track.person() : Optional.empty());
    }
}
