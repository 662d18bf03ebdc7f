package io.faceline.matcher.people;

import io.faceline.contracts.identity.Scope;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.index.MeasureReference;
import io.faceline.runtime.store.AppliedOffsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shared gallery, as last read from {@code gallery}. Its version is the last applied offset. Confined to one
 * thread: all changes, by the one that reads the topic. Any thread may search.
 */
public final class SharedGallery {
    private final MeasureReference measuring;
    private final Gallery gallery;
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();
    private final Set<String> modelsSeen = ConcurrentHashMap.newKeySet();

    public SharedGallery(MeasureReference measuring) {
        this.measuring = measuring;
        this.gallery = newGallery();
    }

    /** An empty gallery of the same scope, whose references are measured likewise. */
    Gallery newGallery() {
        return new Gallery(Scope.SHARED, measuring);
    }

    public Gallery gallery() {
        return gallery;
    }

    public AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }

    /** Whether this is the first call for the model since the start. */
    public boolean isFirstOf(String modelId) {
        return modelsSeen.add(modelId);
    }
}
