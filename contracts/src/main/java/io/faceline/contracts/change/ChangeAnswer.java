package io.faceline.contracts.change;

import io.faceline.contracts.identity.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The result of a change: topic {@code change-answers}.
 *
 * @param galleryVersion frames with this as their minimum gallery version see the change
 * @param error what went wrong and what to do; absent when the change was applied
 */
public record ChangeAnswer(
        String changeId,
        SessionId session,
        long galleryVersion,
        @Nullable String error) {
    /** The same answer, once its changes can be read from this version of the shared gallery on. */
    public ChangeAnswer visibleFrom(long version) {
        return new ChangeAnswer(changeId, session, Math.max(version, galleryVersion), error);
    }

    public boolean isMade() {
        return error == null;
    }
}
