package io.faceline.systemtests.openapi;

import static io.faceline.systemtests.openapi.ApiDocument.child;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** Asks a server and holds each answer against its document: status, type, headers, body and code. */
public final class DocumentedCalls {
    private static final Pattern EVENT = Pattern.compile("(?m)^event: (.*)\\R(?:id: .*\\R)?data: (.*)$");
    private static final int FIRST_FAILURE = 400;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiDocument document;
    private final Set<String> succeeded = new ConcurrentSkipListSet<>();

    /** @param document as {@code /openapi.json} has it */
    public DocumentedCalls(String document) throws IOException {
        this.document = new ApiDocument(document);
    }

    /** An answer of the server, and what was asked. */
    record Answer(HttpResponse<?> head, byte[] body) {
        int status() {
            return head.statusCode();
        }

        String method() {
            return head.request().method();
        }

        String call() {
            return method() + " " + head.uri() + " → " + status();
        }

        Optional<String> header(String name) {
            return head.headers().firstValue(name);
        }

        String type() {
            return header("Content-Type").orElse("none").replaceFirst(";.*", "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofByteArray());
        return checked(new Answer(response, response.body()));
    }

    /** Reads a stream of events up to the first that has this, and leaves. */
    Answer listen(HttpRequest request, String until) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofInputStream());
        var read = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read.append(line).append('\n');
                if (line.startsWith("data: ") && line.contains(until)) {
                    break;
                }
            }
        }
        assertThat(read).contains(until);
        return checked(new Answer(response, read.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private Answer checked(Answer answer) {
        var operation = document.find(answer.method(), answer.head().uri().getRawPath())
                .orElseThrow(() -> new AssertionError(answer.call() + ": no such operation in the document"));
        var place = document.answer(operation, answer.status())
                .orElseThrow(() -> new AssertionError(answer.call() + ": not in the document: " + answer.text()));
        checkHeaders(document.at(place), answer);
        checkBody(place, answer);
        if (answer.status() < FIRST_FAILURE) {
            succeeded.add(operation.name());
        }
        return answer;
    }

    private void checkHeaders(JsonNode response, Answer answer) {
        response.path("headers").properties().forEach(header -> {
            if (document.resolved(header.getValue()).path("required").asBoolean()) {
                assertThat(answer.header(header.getKey()))
                        .as(answer.call() + " " + header.getKey())
                        .isPresent();
            }
        });
    }

    private void checkBody(JsonPointer place, Answer answer) {
        var contents = document.at(place).path("content");
        if (contents.isMissingNode()) {
            assertThat(answer.body()).as(answer.call()).isEmpty();
            return;
        }
        assertThat(contents.has(answer.type()))
                .as(answer.call() + ": documented as " + answer.type())
                .isTrue();
        checkContent(child(child(place, "content"), answer.type()), answer);
        if (answer.type().equals("application/problem+json")) {
            checkCode(document.at(place), answer);
        }
    }

    private void checkContent(JsonPointer content, Answer answer) {
        if (document.at(content).has("x-line")) {
            answer.text().lines().forEach(line -> requireValid(child(content, "x-line"), line, answer));
        } else if (document.at(content).has("x-events")) {
            checkEvents(child(content, "x-events"), answer);
        } else if (answer.type().endsWith("json")) {
            requireValid(child(content, "schema"), answer.text(), answer);
        }
    }

    private void requireValid(JsonPointer schema, String json, Answer answer) {
        assertThat(document.faults(schema, json))
                .as(answer.call() + ": " + json)
                .isEmpty();
    }

    /** Each event is of a documented kind. */
    private void checkEvents(JsonPointer kinds, Answer answer) {
        EVENT.matcher(answer.text()).results().forEach(event -> {
            assertThat(document.at(kinds).has(event.group(1)))
                    .as(answer.call() + ": event " + event.group(1))
                    .isTrue();
            requireValid(child(kinds, event.group(1)), event.group(2), answer);
        });
    }

    /** The words about an answer name every code it may have. */
    private static void checkCode(JsonNode response, Answer answer) {
        try {
            var code = Mappers.JSON.readTree(answer.body()).path("code").asText();
            assertThat(response.path("description").asText()).as(answer.call()).contains("`" + code + "`");
        } catch (IOException e) {
            throw new AssertionError(answer.call() + ": no JSON", e);
        }
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
