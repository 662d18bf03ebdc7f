package io.faceline.matcher.people;

import io.faceline.contracts.identity.Scope;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.store.AppliedOffsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gallery of everyone, as last read from {@code gallery}: the index itself. The thread that reads the topic changes
 * it, all tasks search it. Its version is the offset last applied.
 */
public final class SharedGallery {
    private final Gallery gallery = new Gallery(Scope.SHARED);
    private final AppliedOffsets arrivals = new AppliedOffsets();
    private final Set<String> modelsSeen = ConcurrentHashMap.newKeySet();

    public Gallery gallery() {
        return gallery;
    }

    public AppliedOffsets arrivals() {
        return arrivals;
    }

    /** Whether this is the first question about the model since the start. */
    public boolean isFirstOf(String modelId) {
        return modelsSeen.add(modelId);
    }
}
