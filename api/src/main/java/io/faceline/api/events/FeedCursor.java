package io.faceline.api.events;

/** How far a stream of a topic's records has come, as the id of its events. Not thread-safe. */
public interface FeedCursor {
    void advance(int partition, long offset);

    /** Without line breaks; a client that sends it gets what comes after. */
    String id();
}
