package io.faceline.api.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The small JSON object in the body of a request. */
final class JsonBody {
    private static final int MAX_BYTES = 16 * 1024;

    private JsonBody() {}

    /** The text value of this field. */
    static String text(Context context, String field) {
        var bytes = context.bodyAsBytes();
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(413, "TOO_MANY_BYTES", "the body may have at most " + MAX_BYTES + " bytes");
        }
        try {
            var value = Mappers.JSON.readTree(bytes).path(field);
            if (value.isTextual()) {
                return value.textValue();
            }
            throw invalid(field);
        } catch (JsonProcessingException e) {
            throw invalid(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException invalid(String field) {
        return new ProblemException(400, "BAD_REQUEST", "the body must be JSON with a text: {\"" + field + "\":\"…\"}");
    }
}
