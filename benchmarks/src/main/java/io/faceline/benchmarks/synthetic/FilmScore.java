package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import io.faceline.tracking.PersonAppearances;
import io.faceline.tracking.TrackedFace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the people of one film, or of several alike, were named.
 *
 * @param missed enrolled people whom the summary does not name
 * @param invented people in the summary who are not in the film
 */
record FilmScore(Score known, Score strangers, int missed, int invented) {
    static final FilmScore NONE = new FilmScore(Score.NONE, Score.NONE, 0, 0);

    static FilmScore of(Scene scene, WatchFilm.Watched watched) {
        var known = Score.NONE;
        var strangers = Score.NONE;
        var looks = looks(scene, watched);
        for (var actor : scene.actors()) {
            var shown = (int) watched.frames().stream()
                    .filter(frame -> scene.isSeen(actor, frame.frame().position()))
                    .count();
            var score = Score.of(looks.get(actor), shown, actor.person());
            known = actor.person().isPresent() ? known.plus(score) : known;
            strangers = actor.person().isPresent() ? strangers : strangers.plus(score);
        }
        return summed(scene, watched, known, strangers);
    }

    /** Of each actor in each frame the surest face: one that is found twice counts once. */
    private static Map<Subject, List<Observation>> looks(Scene scene, WatchFilm.Watched watched) {
        var looks = new IdentityHashMap<Subject, List<Observation>>();
        scene.actors().forEach(actor -> looks.put(actor, new ArrayList<>()));
        for (var frame : watched.frames()) {
            var position = frame.frame().position();
            var seen = new HashSet<Subject>();
            for (var face : frame.faces()) {
                actor(scene, face, position).filter(seen::add).ifPresent(actor -> looks.get(actor)
                        .add(Observation.of(position, face)));
            }
        }
        return looks;
    }

    private static Optional<Subject> actor(Scene scene, TrackedFace face, double position) {
        var box = face.face().face().box();
        return scene.at((box.x() + box.w() / 2) * Scene.WIDTH, (box.y() + box.h() / 2) * Scene.HEIGHT, position);
    }

    private static FilmScore summed(Scene scene, WatchFilm.Watched watched, Score known, Score strangers) {
        Set<PersonId> cast = scene.actors().stream()
                .flatMap(actor -> actor.person().stream())
                .collect(Collectors.toSet());
        var named = watched.summary().people().stream()
                .map(PersonAppearances::person)
                .collect(Collectors.toSet());
        var missed = new HashSet<>(cast);
        missed.removeAll(named);
        named.removeAll(cast);
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
