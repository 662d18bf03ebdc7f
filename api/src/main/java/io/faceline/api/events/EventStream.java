package io.faceline.api.events;

import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * An open connection for server-sent events, each flushed at once. A slow client blocks the writer. Confined to one
 * thread: the one that runs the feed.
 */
public final class EventStream {
    /**
     * A dead connection is detected by writing to it, at the latest by the second heartbeat; until then it counts. The
     * server closes idle ones after 30 s.
     */
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** Delay before a browser reconnects. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final OutputStream out;
    private final LongSupplier nanoTime;
    private long writtenAt;

    EventStream(OutputStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    /** Starts the response, so that the client knows before the first event that it is connected. */
    void begin() throws IOException {
        write("retry: " + RETRY.toMillis() + "\n\n");
    }

    /** @param id without line breaks; a reconnecting client sends the last one it received */
    public void send(String event, String id, Object data) throws IOException {
        // Jackson writes JSON in one line.
        write("event: " + event + "\nid: " + id + "\ndata: " + Mappers.JSON.writeValueAsString(data) + "\n\n");
    }

    /** @param json in one line */
    public void sendJson(String event, String id, String json) throws IOException {
        write("event: " + event + "\nid: " + id + "\ndata: " + json + "\n\n");
    }

    /** Sends an event without an id, from which a client cannot resume. */
    public void send(String event, Object data) throws IOException {
        write("event: " + event + "\ndata: " + Mappers.JSON.writeValueAsString(data) + "\n\n");
    }

    /** Sends an id without an event, which moves the point from which a client resumes. */
    public void mark(String id) throws IOException {
        write(": \nid: " + id + "\n\n");
    }

    /** Whether a heartbeat is due. */
    public boolean isQuiet() {
        return nanoTime.getAsLong() - writtenAt >= HEARTBEAT.toNanos();
    }

    /** Sends a heartbeat, which detects a dead connection. */
    public void heartbeat() throws IOException {
        write(":\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        writtenAt = nanoTime.getAsLong();
    }
}
