package io.faceline.web.view;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.FaceTrack;
import org.jspecify.annotations.Nullable;

/**
 * The track of a face as an answer: which one it is, and who by all frames so far.
 *
 * @param id the number of the track within its source, from 1
 * @param key the id of the track, unique among all, by which it is corrected
 * @param person null with the decision {@code UNKNOWN}
 */
public record TrackView(
        long id, String key, Decision decision, @Nullable NamedPerson person) {
    public static TrackView of(FaceTrack track, SessionId session, PersonNames names) {
        var person = track.person();
        var named = person == null ? null : NamedPerson.of(person, track.decision(), session, names);
        return new TrackView(track.number(), track.id(), track.decision(), named);
    }
}
