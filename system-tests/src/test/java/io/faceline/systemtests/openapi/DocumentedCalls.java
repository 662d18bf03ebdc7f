package io.faceline.systemtests.openapi;

import static io.faceline.systemtests.openapi.ApiDocument.child;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.runtime.http.HttpAnswer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** Holds each answer of a server against its document: status, type, headers, body and code. */
public final class DocumentedCalls {
    private static final Pattern EVENT = Pattern.compile("(?m)^event: (.*)\\R(?:id: .*\\R)?data: (.*)$");
    private static final int FIRST_FAILURE = 400;

    private final ApiDocument document;
    private final Set<String> succeeded = new ConcurrentSkipListSet<>();

    /** @param document as {@code /openapi.json} has it */
    public DocumentedCalls(String document) throws IOException {
        this.document = new ApiDocument(document);
    }

    private record Call(HttpRequest request, HttpAnswer answer) {
        String mediaType() {
            return answer.mediaType();
        }

        String text() {
            return answer.text();
        }

        @Override
        public String toString() {
            return request.method() + " " + request.uri() + " → " + answer.status();
        }
    }

    /** Fails when the document does not allow this answer. */
    public void check(HttpRequest request, HttpAnswer answer) {
        var call = new Call(request, answer);
        var operation = document.find(request.method(), request.uri().getRawPath())
                .orElseThrow(() -> new AssertionError(call + ": no such operation in the document"));
        var place = document.answer(operation, answer.status())
                .orElseThrow(() -> new AssertionError(call + ": not in the document: " + answer.text()));
        checkHeaders(document.at(place), call);
        checkBody(place, call);
        if (answer.status() < FIRST_FAILURE) {
            succeeded.add(operation.name());
        }
    }

    private void checkHeaders(JsonNode response, Call call) {
        response.path("headers").properties().forEach(header -> {
            if (document.resolved(header.getValue()).path("required").asBoolean()) {
                assertThat(call.answer().header(header.getKey()))
                        .as(call + " " + header.getKey())
                        .isNotEmpty();
            }
        });
    }

    private void checkBody(JsonPointer place, Call call) {
        var contents = document.at(place).path("content");
        if (contents.isMissingNode()) {
            assertThat(call.answer().body()).as(call.toString()).isEmpty();
            return;
        }
        assertThat(contents.has(call.mediaType()))
                .as(call + ": documented as " + call.mediaType())
                .isTrue();
        checkContent(child(child(place, "content"), call.mediaType()), call);
        if (call.mediaType().equals("application/problem+json")) {
            checkCode(document.at(place), call);
        }
    }

    private void checkContent(JsonPointer content, Call call) {
        if (document.at(content).has("x-line")) {
            call.text().lines().forEach(line -> requireValid(child(content, "x-line"), line, call));
        } else if (document.at(content).has("x-events")) {
            checkEvents(child(content, "x-events"), call);
        } else if (call.mediaType().endsWith("json")) {
            requireValid(child(content, "schema"), call.text(), call);
        }
    }

    private void requireValid(JsonPointer schema, String json, Call call) {
        assertThat(document.faults(schema, json)).as(call + ": " + json).isEmpty();
    }

    /** Each event is of a documented kind. */
    private void checkEvents(JsonPointer kinds, Call call) {
        EVENT.matcher(call.text()).results().forEach(event -> {
            assertThat(document.at(kinds).has(event.group(1)))
                    .as(call + ": event " + event.group(1))
                    .isTrue();
            requireValid(child(kinds, event.group(1)), event.group(2), call);
        });
    }

    /** The words about an answer name every code it may have. */
    private static void checkCode(JsonNode response, Call call) {
        var code = call.answer().at("/code");
        assertThat(response.path("description").asText()).as(call.toString()).contains("`" + code + "`");
    }

    /** Method and path of each operation of the document. */
    public List<String> documented() {
        return document.operations().stream().map(Operation::name).sorted().toList();
    }

    /** Those of which an answer was seen that is no problem. */
    public Set<String> succeeded() {
        return Set.copyOf(succeeded);
    }

    /** What is wrong with this JSON by a schema of the document. */
    public List<String> faults(String schema, String json) {
        return document.faults(JsonPointer.compile("/components/schemas/" + schema), json);
    }
}
