package io.faceline.web.idempotency;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer that can be replayed. Immutable. */
final class StoredAnswer {
    private static final List<String> HEADERS = List.of("Content-Type", "Location", "Faceline-Gallery-Version");
    /** Errors of the request itself, which a retry would repeat. */
    private static final Set<Integer> PERMANENT_ERRORS = Set.of(400, 413, 415, 422);

    private final String fingerprint;
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private StoredAnswer(String fingerprint, int status, Map<String, String> headers, byte[] body) {
        this.fingerprint = fingerprint;
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** Captures the current answer; empty if a retry may succeed. */
    static Optional<StoredAnswer> of(Context context, String fingerprint) {
        var status = context.statusCode();
        if (!(status >= 200 && status < 300) && !PERMANENT_ERRORS.contains(status)) {
            return Optional.empty();
        }
        var headers = new TreeMap<String, String>();
        for (var name : HEADERS) {
            @Nullable String value = context.res().getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return Optional.of(new StoredAnswer(fingerprint, status, headers, body(context)));
    }

    /** Reads the body and sets it again. */
    private static byte[] body(Context context) {
        try (var result = context.resultInputStream()) {
            if (result == null) {
                return new byte[0];
            }
            var body = result.readAllBytes();
            context.result(body);
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean matches(String otherFingerprint) {
        return fingerprint.equals(otherFingerprint);
    }

    void replay(Context context) {
        context.status(status).result(body.clone());
        headers.forEach(context::header);
    }

    int bytes() {
        return body.length;
    }
}
