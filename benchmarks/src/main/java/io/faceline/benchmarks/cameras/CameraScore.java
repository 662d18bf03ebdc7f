package io.faceline.benchmarks.cameras;

import io.faceline.benchmarks.synthetic.CameraFilm;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.TrackedFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of a run.
 *
 * @param frames of all films
 * @param answered that had an image and were not dropped
 * @param shown that show a whole face by the film
 * @param missed of these, not answered
 * @param named frames of known people whose track has the right name
 * @param people known ones in all films
 * @param right people whose name some track ended with
 * @param wrong tracks that ended with the name of somebody who is not in the film
 * @param tracks of all films
 */
record CameraScore(
        int frames, int answered, int shown, int missed, int named, int people, int right, int wrong, int tracks) {
    private static final CameraScore NONE = new CameraScore(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static CameraScore of(CameraRun.Result run) {
        var sum = NONE;
        for (var i = 0; i < run.films().size(); i++) {
            sum = sum.plus(
                    of(run.films().get(i), List.copyOf(run.frames().get(i).values())));
        }
        return sum;
    }

    private static CameraScore of(CameraFilm film, List<TrackedFrame> frames) {
        var shown = frames.stream()
                .filter(frame -> film.showsFace(frame.position()))
                .toList();
        var ends = ends(frames);
        var names = names(ends);
        var right = new HashSet<>(names);
        right.retainAll(film.people());
        var wrong = ends.values().stream()
                .filter(track -> track.decision() == Decision.MATCH)
                .filter(track -> !film.people().contains(track.person()))
                .count();
        return new CameraScore(
                frames.size(),
                count(frames, true),
                shown.size(),
                count(shown, false),
                named(film, frames),
                film.people().size(),
                right.size(),
                (int) wrong,
                ends.size());
    }

    private static int count(List<TrackedFrame> frames, boolean answered) {
        return (int)
                frames.stream().filter(frame -> isAnswered(frame) == answered).count();
    }

    private static boolean isAnswered(TrackedFrame frame) {
        return frame.match().outcome() instanceof Outcome.Made<?>;
    }

    private static int named(CameraFilm film, List<TrackedFrame> frames) {
        return (int) frames.stream()
                .flatMap(frame -> frame.tracks().stream())
                .filter(track ->
                        track.decision() == Decision.MATCH && film.people().contains(track.person()))
                .count();
    }

    /** Each track as it was last. */
    private static Map<String, FaceTrack> ends(List<TrackedFrame> frames) {
        var ends = new HashMap<String, FaceTrack>();
        frames.forEach(frame -> frame.tracks().forEach(track -> ends.put(track.id(), track)));
        return ends;
    }

    private static Set<PersonId> names(Map<String, FaceTrack> ends) {
        var names = new HashSet<PersonId>();
        ends.values().stream()
                .filter(track -> track.decision() == Decision.MATCH)
                .forEach(track -> names.add(track.person()));
        return names;
    }

    private CameraScore plus(CameraScore other) {
        return new CameraScore(
                frames + other.frames,
                answered + other.answered,
                shown + other.shown,
                missed + other.missed,
                named + other.named,
                people + other.people,
                right + other.right,
                wrong + other.wrong,
                tracks + other.tracks);
    }
}
