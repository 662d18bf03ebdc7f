package io.faceline.benchmarks.load;

import io.faceline.contracts.serde.Mappers;
import io.faceline.evaluation.report.Quantiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures one client that uploads a photo of several people repeatedly. */
final class GroupPhoto {
    private static final int WARM_UP = 20;
    private static final int OK = 200;

    private final ServerProcess server;
    private final HttpClient http;

    GroupPhoto(ServerProcess server, HttpClient http) {
        this.server = server;
        this.http = http;
    }

    String row(byte[] photo, int times) throws IOException, InterruptedException {
        var session = ClientSession.open(server, http);
        var totals = new ArrayList<Double>();
        var stages = new ArrayList<StageTimes>();
        var faces = 0;
        for (var time = 0; time < WARM_UP + times; time++) {
            var before = StageTimes.of(server, http);
            var start = System.nanoTime();
            var answer = http.send(session.recognize(photo), BodyHandlers.ofString());
            var total = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != OK) {
                throw new IOException("the photo was refused: " + answer.body());
            }
            faces = Mappers.JSON
                    .readTree(answer.body())
                    .at("/outcome/value/faces")
                    .size();
            if (time >= WARM_UP) {
                totals.add(total);
                stages.add(StageTimes.of(server, http).since(before));
            }
        }
        return text(faces, totals, stages);
    }

    private static String text(int faces, List<Double> totals, List<StageTimes> stages) {
        var detect = median(stages.stream().map(StageTimes::detect).toList());
        var embed = median(stages.stream().map(StageTimes::embed).toList());
        var match = median(stages.stream().map(StageTimes::match).toList());
        var total = new Quantiles(totals);
        return String.format(
                Locale.ROOT,
                "| upload of a photo of %d people | p50 %.0f ms, p95 %.0f ms: detection %.0f, embedding %.0f, matching %.1f,"
                        + " Kafka and HTTP %.0f ms |%n",
                faces,
                total.median(),
                total.at(0.95),
                detect,
                embed,
                match,
                total.median() - detect - embed - match);
    }

    private static double median(List<Double> values) {
        return new Quantiles(values).median();
    }
}
