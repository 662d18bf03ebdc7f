package io.faceline.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.serde.Mappers;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A webcam: a frame whenever it is told to, whatever became of the ones before. */
final class Viewer implements WebSocket.Listener, AutoCloseable {
    private final List<byte[]> images;
    private final WebSocket socket;
    private final Seen seen = new Seen();
    private final Map<Long, Long> sentAt = new ConcurrentHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);
    private long next;
    private final int first;

    Viewer(Visitor visitor, List<byte[]> images, int first) {
        this.images = images;
        this.first = first;
        var http = visitor.server().at("/api/v1/live");
        this.socket = visitor.http()
                .newWebSocketBuilder()
                .header("Authorization", visitor.authorization())
                .buildAsync(URI.create("ws" + http.toString().substring("http".length())), this)
                .join();
    }

    Seen seen() {
        return seen;
    }

    /** One thread sends. */
    void frame() {
        var number = next++;
        var image = images.get((int) ((first + number) % images.size()));
        sentAt.put(number, System.nanoTime());
        seen.sent();
        // The client takes one message at a time.
        lastSent = lastSent.thenCompose(done -> socket.sendBinary(ByteBuffer.wrap(image), true));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        text.append(data);
        if (isLast) {
            note(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void note(String message) {
        try {
            var json = Mappers.JSON.readTree(message);
            var since = sentAt.remove(json.path("frame").asLong());
            if (json.has("dropped")) {
                seen.dropped();
            } else if (json.has("error")) {
                seen.refused("live " + json.at("/error/code").asText());
            } else {
                seen.answered(since, Visitor.hasFaces(json));
            }
        } catch (JsonProcessingException e) {
            seen.refused("live without JSON");
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        seen.refused("live " + error);
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
