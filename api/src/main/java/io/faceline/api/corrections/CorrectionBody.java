package io.faceline.api.corrections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of a request: {@code {"track":"…","not":["…"],"person":"…"}}.
 *
 * @param not who the track is not
 * @param person who it is
 */
record CorrectionBody(String track, List<PersonId> not, Optional<PersonId> person) {
    private static final int MAX_BYTES = 64 * 1024;

    static CorrectionBody of(Context context) {
        var bytes = context.bodyAsBytes();
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(413, "TOO_MANY_BYTES", "the body may have at most " + MAX_BYTES + " bytes");
        }
        try {
            return of(Mappers.JSON.readTree(bytes));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw invalid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorrectionBody of(JsonNode body) {
        var not = new ArrayList<PersonId>();
        body.path("not").forEach(id -> not.add(new PersonId(text(id))));
        var person = body.path("person");
        var isNamed = !person.isMissingNode() && !person.isNull();
        return new CorrectionBody(
                text(body.path("track")), not, isNamed ? Optional.of(new PersonId(text(person))) : Optional.empty());
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw invalid();
        }
        return value.textValue();
    }

    static ProblemException invalid() {
        return new ProblemException(
                400,
                "BAD_REQUEST",
                "the body must be {\"track\":\"…\"} with the id of a track, and \"not\", a list of up to 100 ids of people, or"
                        + " \"person\", the id of one who is not among them");
    }
}
