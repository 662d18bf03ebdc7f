package io.faceline.api.alertrules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What the body of a request says. */
final class AlertBody {
    /** Ten thousand people with ids of a hundred characters. */
    private static final int MAX_JSON = 1024 * 1024;

    private static final int MAX_YAML = 4 * 1024 * 1024;

    private AlertBody() {}

    /** @throws ProblemException that does not repeat the body, which may contain a secret */
    static ObjectNode json(Context context) {
        try {
            if (Mappers.JSON.readTree(bytes(context, MAX_JSON)) instanceof ObjectNode object) {
                return object;
            }
            throw invalid("the body must be a JSON object with the fields of the documentation");
        } catch (JsonProcessingException e) {
            throw invalid("the body must be a JSON object with the fields of the documentation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String yaml(Context context) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(context, MAX_YAML)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid("the body must be YAML in UTF-8");
        }
    }

    private static byte[] bytes(Context context, int max) {
        var bytes = context.bodyAsBytes();
        if (bytes.length > max) {
            throw new ProblemException(413, "TOO_MANY_BYTES", "the body may have at most " + max + " bytes");
        }
        return bytes;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(400, "BAD_REQUEST", detail);
    }
}
