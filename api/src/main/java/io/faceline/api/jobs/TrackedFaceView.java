package io.faceline.api.jobs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.SessionId;
import io.faceline.tracking.TrackDecision;
import io.faceline.tracking.TrackedFace;
import io.faceline.tracking.TrackedFrame;
import io.faceline.web.view.FaceView;
import io.faceline.web.view.MatchView;
import io.faceline.web.view.PersonNames;
import org.jspecify.annotations.Nullable;

/** A face of a video as an answer: with names, and the track that it belongs to. */
public record TrackedFaceView(@JsonUnwrapped FaceView named, TrackView track) {
    /**
     * Which track it is, and who by all frames so far.
     *
     * @param person null with the decision {@code UNKNOWN}
     */
    record TrackView(long id, Decision decision, @Nullable NamedPerson person) {
        private static TrackView of(TrackedFace face, SessionId session, PersonNames names) {
            TrackDecision track = face.track();
            return new TrackView(
                    face.trackId(),
                    track.decision(),
                    track.person()
                            .map(person -> NamedPerson.of(person, track.decision(), session, names))
                            .orElse(null));
        }
    }

    /** The answer for a frame of a video. */
    public static MatchView<TrackedFaceView> match(TrackedFrame frame, PersonNames names) {
        var match = frame.frame().match();
        var session = match.facts().session();
        return MatchView.of(match, untracked -> frame.faces().stream()
                .map(face -> of(face, session, names))
                .toList());
    }

    private static TrackedFaceView of(TrackedFace face, SessionId session, PersonNames names) {
        return new TrackedFaceView(FaceView.of(face.face(), session, names), TrackView.of(face, session, names));
    }
}
