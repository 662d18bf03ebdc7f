package io.faceline.benchmarks.load;

import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** People added one after the other to one session, each asked for in the very next frame. */
final class Enrollments {
    private static final int CREATED = 201;

    private final ServerProcess server;
    private final HttpClient http;

    Enrollments(ServerProcess server, HttpClient http) {
        this.server = server;
        this.http = http;
    }

    /** @param photos of one person each; those that the gate refuses are counted apart */
    String row(List<byte[]> photos) throws IOException, InterruptedException {
        var visitor = Visitor.arrive(server, http);
        var delays = new ArrayList<Double>();
        var known = 0;
        for (var i = 0; i < photos.size(); i++) {
            var name = "Person " + i;
            var start = System.nanoTime();
            var answer = http.send(add(visitor, i, photos.get(i)), BodyHandlers.ofString());
            if (answer.statusCode() == CREATED) {
                delays.add((System.nanoTime() - start) / 1e6);
                known += isKnown(visitor, photos.get(i), name) ? 1 : 0;
            }
        }
        var all = Quantiles.of(delays);
        return String.format(
                Locale.ROOT,
                "| a person added | p50 %.0f ms, p95 %.0f ms, at most %.0f ms; the next frame knew %d of %d; the gate refused %d photos |%n",
                all.median(),
                all.at(0.95),
                all.at(1),
                known,
                delays.size(),
                photos.size() - delays.size());
    }

    private HttpRequest add(Visitor visitor, int number, byte[] photo) {
        return HttpRequest.newBuilder(server.at("/api/v1/people?name=Person%20" + number))
                .header("Authorization", visitor.authorization())
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(photo))
                .build();
    }

    private boolean isKnown(Visitor visitor, byte[] photo, String name) throws IOException, InterruptedException {
        var answer = http.send(visitor.recognize(photo), BodyHandlers.ofString());
        return Mappers.JSON.readTree(answer.body()).findValuesAsText("person").contains(name);
    }
}
