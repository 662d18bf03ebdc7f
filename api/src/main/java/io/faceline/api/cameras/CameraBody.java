package io.faceline.api.cameras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.api.cameras.definition.Fields;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON object in the body of a request. */
final class CameraBody {
    private static final int MAX_BYTES = 64 * 1024;

    private CameraBody() {}

    /** @throws ProblemException that does not repeat the body, which may contain a password */
    static Fields of(Context context) {
        var bytes = context.bodyAsBytes();
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(413, "TOO_MANY_BYTES", "the body may have at most " + MAX_BYTES + " bytes");
        }
        try {
            if (Mappers.JSON.readTree(bytes) instanceof ObjectNode object) {
                return Fields.ofJson(object);
            }
            throw invalid();
        } catch (JsonProcessingException e) {
            throw invalid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(
                400,
                "BAD_REQUEST",
                "the body must be a JSON object such as {\"name\":\"Door\",\"address\":\"rtsp://10.0.0.7/stream1\"}");
    }
}
