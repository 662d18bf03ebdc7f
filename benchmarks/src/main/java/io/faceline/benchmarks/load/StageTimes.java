package io.faceline.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The accumulated work of the stages on frames of the live lane, and of the matcher on all lanes, in milliseconds, read
 * from {@code /metrics}.
 */
record StageTimes(double detect, double embed, double match) {
    private static final Pattern SUM = Pattern.compile(
            "^faceline_stage_seconds_sum\\{lane=\"(\\w+)\",stage=\"(\\w+)\"\\} (\\S+)$", Pattern.MULTILINE);

    static StageTimes of(ServerProcess server, HttpClient http) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.at("/metrics?name[]=faceline_stage_seconds"))
                .build();
        var sums = SUM.matcher(http.send(request, BodyHandlers.ofString()).body());
        Map<String, Double> milliseconds = new TreeMap<>();
        while (sums.find()) {
            if (!sums.group(1).equals("bulk")) {
                milliseconds.put(sums.group(2), 1e3 * Double.parseDouble(sums.group(3)));
            }
        }
        return new StageTimes(milliseconds.get("detect"), milliseconds.get("embed"), milliseconds.get("match"));
    }

    StageTimes since(StageTimes before) {
        return new StageTimes(detect - before.detect, embed - before.embed, match - before.match);
    }

    /** The stages that run models. */
    double vision() {
        return detect + embed;
    }
}
