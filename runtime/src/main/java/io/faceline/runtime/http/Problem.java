package io.faceline.runtime.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.javalin.http.HttpStatus;
import java.util.Map;

/**
 * A problem detail of RFC 9457, with a machine-readable code.
 *
 * @param more additional fields by name
 */
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @JsonAnyGetter Map<String, Object> more) {
    static final String CONTENT_TYPE = "application/problem+json";

    Problem {
        more = Map.copyOf(more);
    }

    static Problem of(int status, String code, String detail) {
        return of(status, code, detail, Map.of());
    }

    static Problem of(int status, String code, String detail, Map<String, Object> more) {
        return new Problem("about:blank", HttpStatus.forStatus(status).getMessage(), status, code, detail, more);
    }

    /** A problem whose code is the name of the status, such as {@code NOT_FOUND}. */
    static Problem of(int status, String detail) {
        return of(status, HttpStatus.forStatus(status).name(), detail);
    }
}
