package io.faceline.api.events;

import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One open connection that events are written to, each at once. A client that reads slowly blocks the writer. Used by one
 * thread alone.
 */
public final class EventStream {
    /**
     * Dead connections are noticed by writing to them, at the latest by the second beat: until then they count. The server
     * gives up silent ones after 30 s.
     */
    static final Duration BEAT = Duration.ofSeconds(5);

    /** When a browser comes back after the connection broke. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final OutputStream out;
    private final LongSupplier nanoTime;
    private long writtenAt;

    EventStream(OutputStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    /** The client learns that it is connected before the first event. */
    void begin() throws IOException {
        write("retry: " + RETRY.toMillis() + "\n\n");
    }

    /** @param id without line breaks; a client that comes back names the last one it saw */
    public void send(String event, String id, Object data) throws IOException {
        // JSON as Jackson writes it stands in one line.
        write("event: " + event + "\nid: " + id + "\ndata: " + Mappers.JSON.writeValueAsString(data) + "\n\n");
    }

    /** An event that is no place to come back to. */
    public void send(String event, Object data) throws IOException {
        write("event: " + event + "\ndata: " + Mappers.JSON.writeValueAsString(data) + "\n\n");
    }

    /** Moves the place that a client comes back to; the client is told of no event. */
    public void mark(String id) throws IOException {
        write(": \nid: " + id + "\n\n");
    }

    /** Whether nothing was written for so long that it is time to see whether anybody still listens. */
    public boolean isQuiet() {
        return nanoTime.getAsLong() - writtenAt >= BEAT.toNanos();
    }

    /** Sees whether anybody still listens. */
    public void beat() throws IOException {
        write(":\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        writtenAt = nanoTime.getAsLong();
    }
}
