package io.faceline.api.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What somebody says of an alert: {@code {"note":"…","by":"…","person":"…"}}, each of them optional, as is the body.
 *
 * @param by who says it
 */
record AlertBody(Optional<String> note, String by, Optional<String> person) {
    private static final int MAX_BYTES = 16 * 1024;
    private static final String NOBODY = "admin";

    /** @param allowed names of the fields */
    static AlertBody of(Context context, Set<String> allowed) {
        var bytes = context.bodyAsBytes();
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(413, "TOO_MANY_BYTES", "the body may have at most " + MAX_BYTES + " bytes");
        }
        var body = object(bytes, allowed);
        body.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw invalid(allowed);
            }
        });
        return new AlertBody(
                line(body, "note", allowed), line(body, "by", allowed).orElse(NOBODY), line(body, "person", allowed));
    }

    private static ObjectNode object(byte[] bytes, Set<String> allowed) {
        try {
            if (bytes.length == 0) {
                return Mappers.JSON.createObjectNode();
            }
            if (Mappers.JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw invalid(allowed);
        } catch (JsonProcessingException e) {
            throw invalid(allowed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> line(JsonNode body, String field, Set<String> allowed) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw invalid(allowed);
        }
        return Optional.of(value.textValue().strip()).filter(text -> !text.isEmpty());
    }

    private static ProblemException invalid(Set<String> allowed) {
        return new ProblemException(
                400,
                "BAD_REQUEST",
                "the body must be a JSON object of texts with no other fields than "
                        + String.join(", ", allowed.stream().sorted().toList()) + ", of at most " + AlertChange.MAX_TEXT
                        + " characters in one line");
    }

    /** A change of what is said here; a text of it may be too long, or have several lines. */
    <T> T inBounds(Supplier<T> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "BAD_REQUEST", String.valueOf(e.getMessage()));
        }
    }
}
