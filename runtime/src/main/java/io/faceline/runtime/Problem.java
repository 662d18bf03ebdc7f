package io.faceline.runtime;

import io.javalin.http.HttpStatus;

/** A problem detail as of RFC 9457, with a code for programs. */
record Problem(String type, String title, int status, String code, String detail) {
    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail) {
        return new Problem("about:blank", HttpStatus.forStatus(status).getMessage(), status, code, detail);
    }

    /** A problem whose code is the status in words, such as {@code NOT_FOUND}. */
    static Problem of(int status, String detail) {
        return of(status, HttpStatus.forStatus(status).name(), detail);
    }
}
