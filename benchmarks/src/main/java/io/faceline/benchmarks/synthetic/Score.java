package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * The naming of one or several people over one or several videos.
 *
 * @param people number of people
 * @param seconds time from the first to the last frame with the face
 * @param shown number of frames that show the face
 * @param found number of frames in which it was found
 */
record Score(int people, double seconds, int shown, int found, Naming own, Naming track) {
    static final Score NONE = new Score(0, 0, 0, 0, Naming.NONE, Naming.NONE);

    /** @param truth the true person; empty for a stranger */
    static Score of(List<Observation> observations, int shown, Optional<PersonId> truth) {
        var seconds = observations.isEmpty()
                ? 0
                : observations.get(observations.size() - 1).position()
                        - observations.get(0).position();
        return new Score(
                1,
                seconds,
                shown,
                observations.size(),
                Naming.of(observations, truth, Observation::own),
                Naming.of(observations, truth, Observation::track));
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
