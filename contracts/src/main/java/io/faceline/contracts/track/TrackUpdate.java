package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a face that is followed over the frames of a source: topic {@code tracks}, public JSON. Key: the source. A
 * track has a first record, one for each visible change, and a last one. Carries person ids and never a name.
 *
 * @param id of the first frame, and {@code /} and the index of the face in it: the same when the frames are processed again
 * @param number from 1, in the order in which the tracks of the source began
 * @param revision sequence number of the frame that this record was made from; later ones are newer
 * @param last the last look in which the face is known to be the same
 * @param frames number of these looks
 * @param former whom earlier records named, if this one takes the name back or changes it
 * @param end present in the last record
 */
public record TrackUpdate(
        String id,
        String source,
        SessionId session,
        long number,
        TrackPhase phase,
        long revision,
        Look first,
        Look last,
        long frames,
        TrackIdentity identity,
        @Nullable PersonId former,
        TrackShot shot,
        @Nullable TrackEnd end) {
    public TrackUpdate {
        Checks.id("source", source);
        Checks.require(id.startsWith(first.frame() + "/"), "the id must begin with " + first.frame() + ", was " + id);
        Checks.require(
                phase == TrackPhase.UNKNOWN || (phase == TrackPhase.END) == (end != null),
                "a reason of the end is required in the last record alone, was " + end + " in " + phase);
    }

    /** Nobody is known in it any more, and nobody was. */
    public TrackUpdate unknown() {
        return new TrackUpdate(
                id, source, session, number, phase, revision, first, last, frames, identity.unknown(), null, shot, end);
    }

    /** With another identity, which names somebody else or nobody. */
    public TrackUpdate identifiedAs(TrackIdentity changed) {
        var isOther = identity.person() != null && !Objects.equals(identity.person(), changed.person());
        return new TrackUpdate(
                id,
                source,
                session,
                number,
                phase,
                revision,
                first,
                last,
                frames,
                changed,
                isOther && identity.decision() == Decision.MATCH ? identity.person() : null,
                shot,
                end);
    }

    /** @param face index in the first frame */
    public static String id(FrameId first, int face) {
        return first + "/" + face;
    }
}
