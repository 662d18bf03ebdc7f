package io.faceline.api.jobs.people;

import io.faceline.contracts.Blob;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** The pictures of appearances, by the keys of their records. */
public interface Shots {
    boolean has(String key);

    /** Blocks while it is read. */
    Optional<Blob> find(String key) throws InterruptedException;

    /** Waits a moment for pictures that were written, but may not be read yet. */
    void await(Collection<String> keys, Duration timeout);
}
