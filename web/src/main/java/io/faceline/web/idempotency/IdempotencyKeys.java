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
 * Answers a create that comes again under the same {@code Idempotency-Key} with what was answered first, for a day. In
 * memory: after a restart {@link RequestIds} keep a repeat from making anything twice. New sessions are left out, since
 * whoever guessed the key would get the secret.
 */
public final class IdempotencyKeys implements Routes {
    static final String HEADER = "Idempotency-Key";

    private static final List<String> PATHS =
            List.of("/api/v1/people", "/api/v1/people/{id}/photos", "/api/v1/people/import", "/api/v1/videos");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration UNTIL_ANSWERED = Duration.ofSeconds(1);
    /** Ten thousand answers of ordinary size, 40 MB of them in all. */
    private static final int ORDINARY_BYTES = 4096;

    private static final long MOST_BYTES = 10_000L * ORDINARY_BYTES;
    private static final String BEGUN = "faceline.idempotency.begun";

    private final Access access;
    private final Map<String, String> underWay = new ConcurrentHashMap<>();
    private final Cache<String, StoredAnswer> answers;

    /** @param key what caller, route and key make together */
    private record Begun(String key, String fingerprint) {}

    public IdempotencyKeys(Access access, LongSupplier nanoTime) {
        this.access = access;
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumWeight(MOST_BYTES)
                .weigher((String key, StoredAnswer answer) -> Math.max(ORDINARY_BYTES, answer.bytes()))
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
        // Nobody creates nothing: the route says so.
        owner(context).ifPresent(owner -> begin(context, RequestFingerprint.of(owner, context.path(), key)));
    }

    private static String checked(String header) {
        if (!KEY.matcher(header).matches()) {
            throw new ProblemException(
                    400, "BAD_REQUEST", HEADER + " must be 1 to 255 visible characters of ASCII, without spaces");
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
        var begun = new Begun(key, RequestFingerprint.of(context));
        var other = underWay.putIfAbsent(key, begun.fingerprint);
        if (other != null) {
            throw other.equals(begun.fingerprint) ? stillUnderWay() : reused();
        }
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(context.req()), failure -> underWay.remove(key));
        var stored = answers.getIfPresent(key);
        if (stored == null) {
            context.attribute(BEGUN, begun);
        } else if (stored.answers(begun.fingerprint)) {
            stored.give(context);
            context.header("Idempotency-Replayed", "true").skipRemainingHandlers();
        } else {
            throw reused();
        }
    }

    private void end(Context context) {
        Begun begun = context.attribute(BEGUN);
        if (begun != null) {
            StoredAnswer.of(context, begun.fingerprint).ifPresent(answer -> answers.put(begun.key, answer));
        }
    }

    /** What a request makes its ids of; nothing where it has no key. */
    static Optional<String> seed(Context context) {
        Begun begun = context.attribute(BEGUN);
        return Optional.ofNullable(begun).map(some -> RequestFingerprint.of(some.key, some.fingerprint));
    }

    private static ProblemException stillUnderWay() {
        return ProblemException.later(
                409, "REQUEST_UNDER_WAY", "the first request with this key is not answered yet", UNTIL_ANSWERED);
    }

    private static ProblemException reused() {
        return new ProblemException(
                422, "IDEMPOTENCY_KEY_REUSED", "this key came with another request before; take a new key");
    }
}
