package io.faceline.systemtests.privacy;

import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Listens to the answers of a session as they come, until the session ends or the server goes. */
final class MatchEvents implements Flow.Subscriber<String> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumer<String> listener;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    private MatchEvents(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Hears everything from this moment on, also what comes before the server has answered, and tells of every line. */
    static MatchEvents of(TestClient client, Consumer<String> listener) {
        var heard = new MatchEvents(listener);
        client.getLines("/api/v1/matches?from=" + Instant.now().minusSeconds(1), heard);
        return heard;
    }

    /** Awaits that all frames with these ids were heard of. */
    void awaitAll(Collection<String> frames) {
        await().atMost(PATIENCE).until(() -> tokens.containsAll(frames));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        tokens.addAll(LeakDetector.tokens(line));
        listener.accept(line);
    }

    @Override
    public void onError(Throwable failure) {
        // The server went, or the session: whoever misses something says so.
    }

    @Override
    public void onComplete() {}
}
