package io.faceline.tracking;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Correction;
import org.jspecify.annotations.Nullable;

/** What counts more than what the frames say. */
public interface Overrides {
    Overrides NONE = new Overrides() {
        @Override
        public boolean isGone(PersonId person) {
            return false;
        }

        @Override
        public @Nullable Correction correction(String track) {
            return null;
        }
    };

    /** Whether a person was deleted, and is nobody's candidate any more. */
    boolean isGone(PersonId person);

    /** What was said by hand of a track; null if nothing was. Names nobody who was deleted. */
    @Nullable
    Correction correction(String track);
}
