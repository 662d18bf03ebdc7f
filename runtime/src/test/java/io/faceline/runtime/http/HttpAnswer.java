package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a server answered to {@link TestClient}. */
public record HttpAnswer(int status, HttpHeaders headers, byte[] body) {
    /** This answer, which must have the status. */
    public HttpAnswer expect(int expected) {
        assertThat(status).as(this::toString).isEqualTo(expected);
        return this;
    }

    /** Empty when it is absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Without parameters, such as {@code application/json}; empty without a body. */
    public String mediaType() {
        return header("Content-Type").replaceFirst(";.*", "");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return json(text());
    }

    public static JsonNode json(String text) {
        try {
            return Mappers.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each line of a body whose lines are JSON. */
    public List<JsonNode> lines() {
        return text().lines().map(HttpAnswer::json).toList();
    }

    /** The text at a place of the JSON, given as a JSON pointer. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** Such as {@code 404 NO_SUCH_PERSON}; an answer that is no problem has no code. */
    public String problem() {
        return mediaType().equals("application/problem+json") ? status + " " + at("/code") : status + "";
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + " " + text();
    }
}
