package io.faceline.tracker.known;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import io.faceline.runtime.store.AppliedOffsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions with a mark in the topic {@code sessions}. One thread changes it, any thread reads. */
public final class EndedSessions {
    private final Set<String> marks = ConcurrentHashMap.newKeySet();
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();

    /** Whether its owner ended it; one that expired may continue. */
    boolean contains(SessionId session) {
        return marks.contains(SessionMark.ENDED.keyOf(session));
    }

    /** @param state null for a tombstone */
    public void apply(String key, @Nullable SessionState state) {
        if (state == null) {
            marks.remove(key);
        } else if (SessionMark.isMark(key)) {
            marks.add(key);
        }
    }

    public AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }
}
