package io.faceline.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The session of a client. */
record ClientSession(ServerProcess server, HttpClient http, String token) {
    static ClientSession open(ServerProcess server, HttpClient http) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.at("/api/v1/sessions"))
                .POST(BodyPublishers.noBody())
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("the session was refused: " + answer.body());
        }
        return new ClientSession(
                server, http, Mappers.JSON.readTree(answer.body()).path("token").asText());
    }

    String authorization() {
        return "Bearer " + token;
    }

    HttpRequest recognize(byte[] jpeg) {
        return HttpRequest.newBuilder(server.at("/api/v1/recognize"))
                .header("Authorization", authorization())
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(jpeg))
                .build();
    }

    /** Whether an answer holds a face. */
    static boolean hasFaces(JsonNode answer) {
        return !answer.at("/outcome/value/faces").isEmpty();
    }
}
