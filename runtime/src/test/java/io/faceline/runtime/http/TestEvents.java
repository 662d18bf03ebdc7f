package io.faceline.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A client of an event stream, which reads events until it is closed. */
public final class TestEvents implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final Thread reading;
    private volatile String lastId = "";
    private volatile String event = "";
    private volatile boolean hasEnded;

    /** An event and the id with which a client would resume. */
    public record Event(String name, String id, JsonNode data) {}

    private TestEvents(HttpResponse<Stream<String>> response) {
        this.response = response;
        reading = new Thread(this::read, "test-events");
        reading.setDaemon(true);
        reading.start();
    }

    public static TestEvents open(TestClient client, String path) {
        return open(client, path, "");
    }

    /** @param lastEventId empty for a client that was not there before */
    public static TestEvents open(TestClient client, String path, String lastEventId) {
        var known = lastEventId.isEmpty() ? client : client.with("Last-Event-ID", lastEventId);
        return new TestEvents(known.getLines(path));
    }

    private void read() {
        try (var lines = response.body()) {
            lines.forEach(this::read);
        } catch (UncheckedIOException | IllegalStateException e) {
            // Closed by either side.
            return;
        } finally {
            hasEnded = true;
        }
    }

    private void read(String line) {
        if (line.startsWith("event: ")) {
            event = line.substring(7);
        } else if (line.startsWith("id: ")) {
            lastId = line.substring(4);
        } else if (line.startsWith("data: ")) {
            events.add(new Event(event, lastId, HttpAnswer.json(line.substring(6))));
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String lastId() {
        return lastId;
    }

    /** All events of this name so far. */
    public List<Event> of(String name) {
        return events.stream().filter(one -> one.name().equals(name)).toList();
    }

    /** Waits for this number of events. */
    public List<Event> await(String name, int count) {
        try {
            Awaitility.await().atMost(SOON).until(() -> of(name).size() >= count);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no " + name + " but " + seen(), e);
        }
        return of(name);
    }

    private String seen() {
        var counts = events.stream().collect(Collectors.groupingBy(Event::name, Collectors.counting()));
        var last = events.isEmpty() ? "" : events.get(events.size() - 1).toString();
        return "status " + status() + ", events " + counts + ", has ended: " + hasEnded + ", last: " + last;
    }

    /** Waits for the first id. */
    public void awaitMark() {
        Awaitility.await().atMost(SOON).until(() -> !lastId.isEmpty());
    }

    /** Waits until the server has closed the stream. */
    public void awaitEnd() {
        Awaitility.await().atMost(SOON).until(() -> hasEnded);
    }

    @Override
    public void close() {
        response.body().close();
        reading.interrupt();
    }
}
