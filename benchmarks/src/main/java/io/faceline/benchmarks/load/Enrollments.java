package io.faceline.benchmarks.load;

import io.faceline.contracts.serde.Mappers;
import io.faceline.evaluation.report.Quantiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the enrollment of people, one after the other in one session, each recognised in the next frame. */
final class Enrollments {
    private static final int CREATED = 201;

    private final ServerProcess server;
    private final HttpClient http;

    Enrollments(ServerProcess server, HttpClient http) {
        this.server = server;
        this.http = http;
    }

    /** @param photos one photo per person; refused photos are counted separately */
    String row(List<byte[]> photos) throws IOException, InterruptedException {
        var session = ClientSession.open(server, http);
        var delays = new ArrayList<Double>();
        var recognised = 0;
        for (var i = 0; i < photos.size(); i++) {
            var name = "Person " + i;
            var start = System.nanoTime();
            var answer = http.send(add(session, i, photos.get(i)), BodyHandlers.ofString());
            if (answer.statusCode() == CREATED) {
                delays.add((System.nanoTime() - start) / 1e6);
                recognised += isKnown(session, photos.get(i), name) ? 1 : 0;
            }
        }
        var all = new Quantiles(delays);
        return String.format(
                Locale.ROOT,
                "| enrollment of a person | p50 %.0f ms, p95 %.0f ms, max %.0f ms; the next frame recognised %d of %d; %d photos were refused |%n",
                all.median(),
                all.at(0.95),
                all.at(1),
                recognised,
                delays.size(),
                photos.size() - delays.size());
    }

    private HttpRequest add(ClientSession session, int number, byte[] photo) {
        return HttpRequest.newBuilder(server.at("/api/v1/people?name=Person%20" + number))
                .header("Authorization", session.authorization())
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(photo))
                .build();
    }

    private boolean isKnown(ClientSession session, byte[] photo, String name) throws IOException, InterruptedException {
        var answer = http.send(session.recognize(photo), BodyHandlers.ofString());
        return Mappers.JSON.readTree(answer.body()).findValuesAsText("person").contains(name);
    }
}
