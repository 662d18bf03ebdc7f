package io.faceline.systemtests.compose;

import io.faceline.evaluation.report.Quantiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends photos over HTTP, one after another. */
final class VisitorPhotos {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI recognize;
    private final List<byte[]> photos;

    /**
     * What became of the photos.
     *
     * @param statuses number of answers by HTTP status
     * @param millis time of each answer
     */
    record Result(Map<Integer, Integer> statuses, Quantiles millis) {}

    VisitorPhotos(int port, List<byte[]> photos) {
        this.recognize = URI.create("http://127.0.0.1:" + port + "/api/v1/recognize");
        this.photos = List.copyOf(photos);
    }

    Result send(int count) throws IOException, InterruptedException {
        var statuses = new TreeMap<Integer, Integer>();
        var millis = new ArrayList<Double>();
        for (var i = 0; i < count; i++) {
            var start = System.nanoTime();
            statuses.merge(send(photos.get(i % photos.size())), 1, Integer::sum);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return new Result(statuses, new Quantiles(millis));
    }

    private int send(byte[] photo) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(recognize)
                .header("Content-Type", "image/jpeg")
                .POST(HttpRequest.BodyPublishers.ofByteArray(photo))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }
}
