package io.faceline.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.serde.Mappers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A client that uploads the next image when the previous one was answered. */
final class UploadClient {
    private static final int OK = 200;

    private final ClientSession session;
    private final List<byte[]> images;
    private final ClientStats stats = new ClientStats();
    private final long deadline;
    private int next;

    /** @param first index of its first image */
    UploadClient(ClientSession session, List<byte[]> images, int first, Duration duration) {
        this.session = session;
        this.images = images;
        this.next = first;
        this.deadline = System.nanoTime() + duration.toNanos();
    }

    ClientStats stats() {
        return stats;
    }

    /** Completes when the time is over and the last answer has arrived. */
    CompletableFuture<Void> run() {
        if (System.nanoTime() >= deadline) {
            return CompletableFuture.completedFuture(null);
        }
        var image = images.get(next++ % images.size());
        var since = System.nanoTime();
        stats.sent();
        return session.http()
                .sendAsync(session.recognize(image), BodyHandlers.ofString())
                .thenCompose(answer -> CompletableFuture.runAsync(() -> record(answer, since), pauseAfter(answer)))
                .thenCompose(done -> run());
    }

    private void record(HttpResponse<String> answer, long since) {
        try {
            var json = Mappers.JSON.readTree(answer.body());
            if (answer.statusCode() == OK) {
                stats.answered(since, ClientSession.hasFaces(json));
            } else {
                stats.refused(answer.statusCode() + " " + json.path("code").asText());
            }
        } catch (JsonProcessingException e) {
            stats.refused(answer.statusCode() + " without JSON");
        }
    }

    /** Delays by the server's {@code Retry-After}. */
    private static Executor pauseAfter(HttpResponse<String> answer) {
        var seconds = answer.headers().firstValueAsLong("Retry-After").orElse(0);
        return seconds == 0 ? Runnable::run : CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    }
}
