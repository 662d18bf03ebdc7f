package io.faceline.delivery.world;

import io.faceline.contracts.identity.PersonId;
import java.time.Instant;
import java.util.Comparator;

/**
 * That a track named a person.
 *
 * @param at the last look of the track
 * @param inView whether the track is open
 */
record SeenAt(PersonId person, String source, String track, Instant at, boolean inView) {
    /** Who is in view was seen later than anybody who is not. */
    static final Comparator<SeenAt> BY_TIME =
            Comparator.comparing(SeenAt::inView).thenComparing(SeenAt::at).thenComparing(SeenAt::track);

    SeenAt in(boolean view) {
        return new SeenAt(person, source, track, at, view);
    }
}
