package io.faceline.api.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.tracking.TrackDecision;
import io.faceline.tracking.TrackedFace;
import io.faceline.tracking.TrackedFrame;
import io.faceline.web.view.MatchView;
import java.util.Optional;

/** The answer to a frame as JSON, with names, and with the track of each face and its decision over all frames so far. */
public final class FrameJson {
    private final MatchView names;

    public FrameJson(MatchView names) {
        this.names = names;
    }

    public ObjectNode of(TrackedFrame frame) {
        var match = frame.frame().match();
        var json = names.of(match);
        var faces = json.path("outcome").path("value").path("faces");
        for (var index = 0; index < frame.faces().size(); index++) {
            ((ObjectNode) faces.get(index))
                    .set("track", track(frame.faces().get(index), match.facts().session()));
        }
        return json;
    }

    private ObjectNode track(TrackedFace face, SessionId session) {
        var json = Mappers.JSON.createObjectNode();
        json.put("id", face.trackId());
        json.set("decision", Mappers.JSON.valueToTree(face.track().decision()));
        json.set("person", named(face.track()).map(id -> person(id, session)).orElse(null));
        return json;
    }

    private static Optional<PersonId> named(TrackDecision track) {
        return track.person().filter(person -> track.decision() != Decision.UNKNOWN);
    }

    private ObjectNode person(PersonId id, SessionId session) {
        return Mappers.JSON.valueToTree(NamedPerson.of(id, session, names));
    }
}
