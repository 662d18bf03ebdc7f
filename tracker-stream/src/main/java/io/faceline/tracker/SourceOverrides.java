package io.faceline.tracker;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Correction;
import io.faceline.tracker.known.Known;
import io.faceline.tracking.Overrides;
import org.jspecify.annotations.Nullable;

/** What counts more than the frames of a source: deletions, and what its session said by hand. */
record SourceOverrides(Known known, SessionId session) implements Overrides {
    @Override
    public boolean isGone(PersonId person) {
        return known.isDeleted(person);
    }

    @Override
    public @Nullable Correction correction(String track) {
        return known.correction(session, track).orElse(null);
    }
}
