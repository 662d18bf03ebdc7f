package io.faceline.api.alerts;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Correction;
import java.util.Map;
import java.util.Optional;

/** What was said by hand of tracks. Thread-safe. */
public interface TrackCorrections {
    /** The session of a source, whose tracks are corrected in it; empty for a job that is gone. */
    Optional<SessionId> session(String source);

    Optional<Correction> of(SessionId session, String track);

    /** Writes corrections and blocks until they can be read; by key, empty for what is taken back. */
    void write(Map<String, Optional<Correction>> said);
}
