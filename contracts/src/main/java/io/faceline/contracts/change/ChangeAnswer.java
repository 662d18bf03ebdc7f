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
    public boolean isMade() {
        return error == null;
    }
}
