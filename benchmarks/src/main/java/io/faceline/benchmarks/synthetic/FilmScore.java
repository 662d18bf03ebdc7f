package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.TrackedFace;
import io.faceline.tracking.summary.PersonAppearances;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The naming of the people in one or several videos.
 *
 * @param missed enrolled people that the summary does not name
 * @param invented people in the summary that are not in the video
 */
record FilmScore(Score known, Score strangers, int missed, int invented) {
    static final FilmScore NONE = new FilmScore(Score.NONE, Score.NONE, 0, 0);

    static FilmScore of(Scene scene, WatchFilm.Watched watched) {
        var known = Score.NONE;
        var strangers = Score.NONE;
        var observations = observations(scene, watched);
        for (var subject : scene.subjects()) {
            var shown = (int) watched.frames().stream()
                    .filter(frame -> scene.isSeen(subject, frame.position()))
                    .count();
            var score = Score.of(observations.get(subject), shown, subject.person());
            known = subject.person().isPresent() ? known.plus(score) : known;
            strangers = subject.person().isPresent() ? strangers : strangers.plus(score);
        }
        return summed(scene, watched, known, strangers);
    }

    /** The observations by subject, at most one per frame. */
    private static Map<Subject, List<Observation>> observations(Scene scene, WatchFilm.Watched watched) {
        var observations = new IdentityHashMap<Subject, List<Observation>>();
        scene.subjects().forEach(subject -> observations.put(subject, new ArrayList<>()));
        for (var frame : watched.frames()) {
            var position = frame.position();
            var seen = new HashSet<Subject>();
            for (var face : frame.faces()) {
                subject(scene, face, position)
                        .filter(seen::add)
                        .ifPresent(subject -> observations.get(subject).add(Observation.of(position, face)));
            }
        }
        return observations;
    }

    private static Optional<Subject> subject(Scene scene, TrackedFace face, double position) {
        var box = face.face().face().box();
        return scene.at((box.x() + box.w() / 2) * Scene.WIDTH, (box.y() + box.h() / 2) * Scene.HEIGHT, position);
    }

    private static FilmScore summed(Scene scene, WatchFilm.Watched watched, Score known, Score strangers) {
        Set<PersonId> enrolled = scene.subjects().stream()
                .flatMap(subject -> subject.person().stream())
                .collect(Collectors.toSet());
        var named = watched.summary().people().stream()
                .map(PersonAppearances::person)
                .collect(Collectors.toSet());
        var missed = new HashSet<>(enrolled);
        missed.removeAll(named);
        named.removeAll(enrolled);
        return new FilmScore(known, strangers, missed.size(), named.size());
    }

    FilmScore plus(FilmScore other) {
        return new FilmScore(
                known.plus(other.known),
                strangers.plus(other.strangers),
                missed + other.missed,
                invented + other.invented);
    }
}
