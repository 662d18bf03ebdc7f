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

/** Uploads one image after the other: the next one when the last was answered. */
final class Uploader {
    private static final int OK = 200;

    private final Visitor visitor;
    private final List<byte[]> images;
    private final Seen seen = new Seen();
    private final long deadline;
    private int next;

    /** @param first which of the images is its first */
    Uploader(Visitor visitor, List<byte[]> images, int first, Duration runs) {
        this.visitor = visitor;
        this.images = images;
        this.next = first;
        this.deadline = System.nanoTime() + runs.toNanos();
    }

    Seen seen() {
        return seen;
    }

    /** Completes when the time is over and the last answer is in. */
    CompletableFuture<Void> run() {
        if (System.nanoTime() >= deadline) {
            return CompletableFuture.completedFuture(null);
        }
        var image = images.get(next++ % images.size());
        var since = System.nanoTime();
        seen.sent();
        return visitor.http()
                .sendAsync(visitor.recognize(image), BodyHandlers.ofString())
                .thenCompose(answer -> CompletableFuture.runAsync(() -> note(answer, since), pauseAfter(answer)))
                .thenCompose(done -> run());
    }

    private void note(HttpResponse<String> answer, long since) {
        try {
            var json = Mappers.JSON.readTree(answer.body());
            if (answer.statusCode() == OK) {
                seen.answered(since, Visitor.hasFaces(json));
            } else {
                seen.refused(answer.statusCode() + " " + json.path("code").asText());
            }
        } catch (JsonProcessingException e) {
            seen.refused(answer.statusCode() + " without JSON");
        }
    }

    /** As long as the server asks for. */
    private static Executor pauseAfter(HttpResponse<String> answer) {
        var seconds = answer.headers().firstValueAsLong("Retry-After").orElse(0);
        return seconds == 0 ? Runnable::run : CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    }
}
