package io.faceline.web.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackedFace;
import io.faceline.contracts.track.TrackedFrame;
import org.jspecify.annotations.Nullable;

/**
 * A face of a video or of a live source as an answer: with names, and the track that it belongs to.
 *
 * @param track null if it is not known yet
 */
public record TrackedFaceView(
        @JsonUnwrapped FaceView named, @Nullable TrackView track) {
    /** The answer for a frame whose faces were tracked. */
    public static MatchView<TrackedFaceView> match(TrackedFrame frame, PersonNames names) {
        var session = frame.facts().session();
        return MatchView.of(frame.match(), untracked -> frame.faces().stream()
                .map(face -> of(face, session, names))
                .toList());
    }

    /** The answer for a frame whose tracks are not known yet. */
    public static MatchView<TrackedFaceView> match(Match match, PersonNames names) {
        var session = match.facts().session();
        return MatchView.of(match, faces -> faces.stream()
                .map(face -> new TrackedFaceView(FaceView.of(face, session, names), null))
                .toList());
    }

    private static TrackedFaceView of(TrackedFace tracked, SessionId session, PersonNames names) {
        return new TrackedFaceView(
                FaceView.of(tracked.face(), session, names), TrackView.of(tracked.track(), session, names));
    }
}
