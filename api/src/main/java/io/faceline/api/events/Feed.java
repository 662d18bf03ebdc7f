package io.faceline.api.events;

import java.io.IOException;

/** The source of the events of a stream. */
@FunctionalInterface
public interface Feed {
    /**
     * Writes events until the feed ends. Runs on a thread of its own, which may block and is interrupted when the
     * stream must end.
     *
     * @throws IOException when the client has disconnected
     */
    void run(EventStream stream) throws IOException, InterruptedException;
}
