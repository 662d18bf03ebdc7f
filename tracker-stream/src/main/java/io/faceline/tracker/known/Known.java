package io.faceline.tracker.known;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Correction;
import java.util.Collection;
import java.util.Optional;

/** Jobs, deleted people and ended sessions, as last read. Thread-safe. */
public interface Known {
    /** Empty for a job that was forgotten, or not read yet. */
    Optional<Job> job(String id);

    boolean isDeleted(PersonId person);

    /** Changes when a person was deleted. */
    long deletions();

    boolean hasEnded(SessionId session);

    /** What was said by hand of a track, without a person who was deleted; empty if nothing was. */
    Optional<Correction> correction(SessionId session, String track);

    Collection<Correction> corrections();

    /** Changes when something was said by hand, or taken back. */
    long correctionChanges();
}
