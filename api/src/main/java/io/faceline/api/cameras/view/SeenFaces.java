package io.faceline.api.cameras.view;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackedFace;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.web.view.PersonNames;
import java.time.Instant;
import java.util.List;

/** The faces of a camera's frame; none in the first frame after they left. */
public record SeenFaces(CameraId camera, FrameId frame, Instant capturedAt, List<SeenFace> faces) {
    public SeenFaces {
        faces = List.copyOf(faces);
    }

    /** @param person null if it is nobody, or nobody whom the asker may see */
    public record SeenFace(BoundingBox box, FaceOfTrack track, SeenPerson person) {
        static SeenFace of(TrackedFace tracked, SessionId session, PersonNames names) {
            var track = tracked.track();
            return new SeenFace(
                    tracked.face().face().box(),
                    new FaceOfTrack(track.id(), track.number(), track.decision()),
                    SeenPerson.of(track.person(), track.decision(), session, names));
        }
    }

    /** @param number of the track, from 1, in the order in which the tracks of the camera began */
    public record FaceOfTrack(String id, long number, Decision decision) {}

    public static SeenFaces of(CameraId camera, TrackedFrame frame, PersonNames names) {
        var facts = frame.facts();
        return new SeenFaces(
                camera,
                facts.id(),
                facts.capturedAt(),
                frame.faces().stream()
                        .map(face -> SeenFace.of(face, facts.session(), names))
                        .toList());
    }
}
