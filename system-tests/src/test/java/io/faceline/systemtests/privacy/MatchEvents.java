package io.faceline.systemtests.privacy;

import static org.awaitility.Awaitility.await;

import io.faceline.systemtests.privacy.HttpApiClient.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/** Listens to the answers of a session as they come, until the session ends or the server goes. */
final class MatchEvents implements Flow.Subscriber<String> {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpApiClient asker;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    private MatchEvents(HttpApiClient asker) {
        this.asker = asker;
    }

    /** Hears everything from this moment on, also what comes before the server has answered. */
    static MatchEvents of(HttpApiClient asker) {
        var heard = new MatchEvents(asker);
        var since = Instant.now().minusSeconds(1);
        var request = HttpRequest.newBuilder(URI.create("http://" + asker.address() + "/api/v1/matches?from=" + since))
                .header("Authorization", "Bearer " + asker.token().orElseThrow())
                .build();
        var unused = CLIENT.sendAsync(request, BodyHandlers.fromLineSubscriber(heard));
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
        tokens.addAll(Sightings.tokens(line));
        asker.listener().accept("GET matches", new Answer(200, Map.of(), line.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void onError(Throwable failure) {
        // The server went, or the session: whoever misses something says so.
    }

    @Override
    public void onComplete() {}
}
