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

/** A live client, which sends frames without waiting for answers. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private final List<byte[]> images;
    private final WebSocket socket;
    private final ClientStats stats = new ClientStats();
    private final Map<Long, Long> sentAt = new ConcurrentHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(null);
    private long next;
    private final int first;

    LiveClient(ClientSession session, List<byte[]> images, int first) {
        this.images = images;
        this.first = first;
        var http = session.server().at("/api/v1/live");
        this.socket = session.http()
                .newWebSocketBuilder()
                .header("Authorization", session.authorization())
                .buildAsync(URI.create("ws" + http.toString().substring("http".length())), this)
                .join();
    }

    ClientStats stats() {
        return stats;
    }

    /** Sends the next frame. Confined to one thread: the one that sends. */
    void frame() {
        var number = next++;
        var image = images.get((int) ((first + number) % images.size()));
        sentAt.put(number, System.nanoTime());
        stats.sent();
        // The WebSocket accepts one message at a time.
        lastSent = lastSent.thenCompose(done -> socket.sendBinary(ByteBuffer.wrap(image), true));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        text.append(data);
        if (isLast) {
            record(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void record(String message) {
        try {
            var json = Mappers.JSON.readTree(message);
            var since = sentAt.remove(json.path("frame").asLong());
            if (json.has("dropped")) {
                stats.dropped();
            } else if (json.has("error")) {
                stats.refused("live " + json.at("/error/code").asText());
            } else {
                stats.answered(since, ClientSession.hasFaces(json));
            }
        } catch (JsonProcessingException e) {
            stats.refused("live without JSON");
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        stats.refused("live " + error);
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
