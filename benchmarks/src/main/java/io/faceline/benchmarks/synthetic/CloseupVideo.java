package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackedFace;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.tracking.summary.PersonAppearances;
import io.faceline.vision.video.VideoException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The video of ageitgey/face_recognition: a singer in close-ups at known times. */
final class CloseupVideo {
    private static final String SINGER = "Lin-Manuel Miranda";
    private static final double CLOSE_UPS_FROM = 3.6;
    private static final double CLOSE_UPS_TO = 7.8;

    /** Tolerance of the start and the end of the close-ups. */
    private static final double EDGE = 0.3;

    private final Path data;

    /** @param data folder with video/hamilton.mp4 and photos/face_recognition */
    CloseupVideo(Path data) {
        this.data = data;
    }

    /** The largest face of the close-ups is the singer's; names of other faces and outside of close-ups count as wrong. */
    FilmScore watch(Pipeline pipeline, double framesPerSecond)
            throws IOException, VideoException, InterruptedException {
        var session = SessionId.ofSecret(UUID.randomUUID().toString());
        new Gallery(pipeline, session).enroll(enrollmentPhotos());
        try (var decoder = pipeline.openDecoder()) {
            var watch = new WatchFilm(pipeline, new VideoSender(decoder, framesPerSecond));
            return score(watch.watch(data.resolve("video/hamilton.mp4"), session), PersonId.of(session, SINGER));
        }
    }

    private Map<String, List<Path>> enrollmentPhotos() {
        var folder = data.resolve("photos/face_recognition");
        var enrollmentPhotos = new LinkedHashMap<String, List<Path>>();
        enrollmentPhotos.put(SINGER, List.of(folder.resolve("lin-manuel-miranda.png")));
        enrollmentPhotos.put("Alex Lacamoire", List.of(folder.resolve("alex-lacamoire.png")));
        return enrollmentPhotos;
    }

    private static FilmScore score(WatchFilm.Watched watched, PersonId singer) {
        var closeUps = new ArrayList<Observation>();
        var others = new ArrayList<Observation>();
        var shown = 0;
        for (var frame : watched.frames()) {
            var position = frame.position();
            var isCloseUp = position >= CLOSE_UPS_FROM && position <= CLOSE_UPS_TO;
            shown += isCloseUp ? 1 : 0;
            for (var face : frame.faces()) {
                if (isCloseUp && face.equals(largest(frame))) {
                    closeUps.add(Observation.of(position, face));
                } else if (!isNearEdge(position)) {
                    others.add(Observation.of(position, face));
                }
            }
        }
        var named = watched.summary().people().stream()
                .map(PersonAppearances::person)
                .collect(Collectors.toSet());
        var known = Score.of(closeUps, shown, Optional.of(singer));
        var missed = named.remove(singer) ? 0 : 1;
        return new FilmScore(known, Score.of(others, others.size(), Optional.empty()), missed, named.size());
    }

    private static TrackedFace largest(TrackedFrame frame) {
        return frame.faces().stream()
                .max(Comparator.comparingDouble(face -> face.face().face().box().area()))
                .orElseThrow();
    }

    private static boolean isNearEdge(double position) {
        return Math.abs(position - CLOSE_UPS_FROM) <= EDGE || Math.abs(position - CLOSE_UPS_TO) <= EDGE;
    }
}
