package io.faceline.web.idempotency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Replays the first answer of a create request that is repeated with the same {@code Idempotency-Key} within a day.
 * Stored in memory: after a restart {@link RequestIds} prevent duplicates. Excludes new sessions, since a guessed key
 * would reveal the secret.
 */
public final class IdempotencyKeys implements Routes {
    static final String HEADER = "Idempotency-Key";

    private static final List<String> PATHS =
            List.of("/api/v1/people", "/api/v1/people/{id}/photos", "/api/v1/people/import", "/api/v1/videos");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration RETENTION = Duration.ofHours(24);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    /** Ten thousand answers of typical size, 40 MB in total. */
    private static final int TYPICAL_BYTES = 4096;

    private static final long MAX_BYTES = 10_000L * TYPICAL_BYTES;
    private static final String ATTRIBUTE = "faceline.idempotency.begun";

    private final Access access;
    private final Map<String, String> inFlight = new ConcurrentHashMap<>();
    private final Cache<String, StoredAnswer> answers;

    /** @param key combines caller, route and key */
    private record PendingRequest(String key, String fingerprint) {}

    public IdempotencyKeys(Access access, LongSupplier nanoTime) {
        this.access = access;
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(RETENTION)
                .maximumWeight(MAX_BYTES)
                .weigher((String key, StoredAnswer answer) -> Math.max(TYPICAL_BYTES, answer.bytes()))
                .ticker(nanoTime::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (var path : PATHS) {
            routes.before(path, this::begin);
            routes.after(path, this::end);
        }
    }

    private void begin(Context context) {
        var header = context.header(HEADER);
        if (header == null || !context.method().equals(HandlerType.POST)) {
            return;
        }
        var key = checked(header);
        // Anonymous callers cannot create anything: the route rejects them.
        owner(context).ifPresent(owner -> begin(context, RequestFingerprint.of(owner, context.path(), key)));
    }

    private static String checked(String header) {
        if (!KEY.matcher(header).matches()) {
            throw new ProblemException(
                    400, "BAD_REQUEST", HEADER + " must be 1 to 255 visible ASCII characters without spaces");
        }
        return header;
    }

    private Optional<String> owner(Context context) {
        var caller = access.caller(context);
        return caller.isAdmin()
                ? Optional.of(SessionId.SHARED.value())
                : caller.session().map(SessionId::value);
    }

    private void begin(Context context, String key) {
        var pending = new PendingRequest(key, RequestFingerprint.of(context));
        var other = inFlight.putIfAbsent(key, pending.fingerprint);
        if (other != null) {
            throw other.equals(pending.fingerprint) ? inProgress() : reused();
        }
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(context.req()), failure -> inFlight.remove(key));
        var stored = answers.getIfPresent(key);
        if (stored == null) {
            context.attribute(ATTRIBUTE, pending);
        } else if (stored.matches(pending.fingerprint)) {
            stored.replay(context);
            context.header("Idempotency-Replayed", "true").skipRemainingHandlers();
        } else {
            throw reused();
        }
    }

    private void end(Context context) {
        PendingRequest pending = context.attribute(ATTRIBUTE);
        if (pending != null) {
            StoredAnswer.of(context, pending.fingerprint).ifPresent(answer -> answers.put(pending.key, answer));
        }
    }

    /** The seed of the ids that a request creates; empty without a key. */
    static Optional<String> seed(Context context) {
        PendingRequest pending = context.attribute(ATTRIBUTE);
        return Optional.ofNullable(pending).map(request -> RequestFingerprint.of(request.key, request.fingerprint));
    }

    private static ProblemException inProgress() {
        return ProblemException.later(
                409, "REQUEST_UNDER_WAY", "the first request with this key is still in progress", RETRY_AFTER);
    }

    private static ProblemException reused() {
        return new ProblemException(
                422, "IDEMPOTENCY_KEY_REUSED", "this key was used with a different request; use a new key");
    }
}
