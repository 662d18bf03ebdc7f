package io.faceline.api.events;

import java.io.IOException;

/** What a stream of events tells. */
@FunctionalInterface
public interface Feed {
    /**
     * Writes until there is nothing more to tell. Runs on a thread of its own, which may block, and is interrupted when the
     * stream must end.
     *
     * @throws IOException when the client is gone
     */
    void run(EventStream stream) throws IOException, InterruptedException;
}
