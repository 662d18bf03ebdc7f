package io.faceline.contracts.change;

import io.faceline.contracts.identity.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change: {@code change-answers}.
 *
 * @param galleryVersion frames that carry this as their least gallery version see the change
 * @param error what was wrong and what to do; absent when the change was made
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
