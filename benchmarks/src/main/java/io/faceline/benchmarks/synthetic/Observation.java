package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.TrackedFace;
import java.util.Optional;

/**
 * The decisions on a face in one frame.
 *
 * @param position in seconds
 * @param own the person matched by the frame; empty when uncertain or unknown
 * @param track the person matched by the track up to this frame
 */
record Observation(double position, Optional<PersonId> own, Optional<PersonId> track) {
    static Observation of(double position, TrackedFace face) {
        var own = Optional.ofNullable(face.face().identification())
                .filter(identification -> identification.decision() == Decision.MATCH)
                .map(match -> match.candidates().get(0).person());
        var track = face.track();
        return new Observation(
                position, own, Optional.ofNullable(track.person()).filter(known -> track.decision() == Decision.MATCH));
    }
}
