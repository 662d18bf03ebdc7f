package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * How somebody, or many alike, were named over one film or several.
 *
 * @param people how many
 * @param seconds in which they were followed, from the first frame to the last that shows the face
 * @param shown frames in which the face could be found
 * @param found frames in which it was
 */
record Score(int people, double seconds, int shown, int found, Naming own, Naming track) {
    static final Score NONE = new Score(0, 0, 0, 0, Naming.NONE, Naming.NONE);

    /** @param truth who it is; empty for a stranger */
    static Score of(List<Observation> looks, int shown, Optional<PersonId> truth) {
        var seconds = looks.isEmpty()
                ? 0
                : looks.get(looks.size() - 1).position() - looks.get(0).position();
        return new Score(
                1,
                seconds,
                shown,
                looks.size(),
                Naming.of(looks, truth, Observation::own),
                Naming.of(looks, truth, Observation::track));
    }

    Score plus(Score other) {
        return new Score(
                people + other.people,
                seconds + other.seconds,
                shown + other.shown,
                found + other.found,
                own.plus(other.own),
                track.plus(other.track));
    }
}
