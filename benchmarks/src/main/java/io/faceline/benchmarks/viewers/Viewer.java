package io.faceline.benchmarks.viewers;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.benchmarks.load.ServerProcess;
import io.faceline.contracts.serde.Mappers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Somebody with a session who looks at videos. */
final class Viewer {
    private static final String EVENT = "event: ";

    private final ServerProcess server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    /**
     * What a viewer received.
     *
     * @param frames number of frames
     * @param firstFrameSeconds until the first one
     */
    record Watched(long frames, double firstFrameSeconds, double seconds) {}

    private Viewer(ServerProcess server, String token) {
        this.server = server;
        this.token = token;
    }

    static Viewer open(ServerProcess server) throws IOException, InterruptedException {
        var nobody = new Viewer(server, "");
        var request = HttpRequest.newBuilder(server.at("/api/v1/sessions"))
                .POST(BodyPublishers.noBody())
                .build();
        var answer = nobody.http.send(request, BodyHandlers.ofString());
        return new Viewer(
                server, Mappers.JSON.readTree(answer.body()).path("token").asText());
    }

    String upload(Path film) throws IOException, InterruptedException {
        var request = request("/api/v1/videos")
                .header("Content-Type", "video/mp4")
                .POST(BodyPublishers.ofFile(film))
                .build();
        return Mappers.JSON
                .readTree(http.send(request, BodyHandlers.ofString()).body())
                .path("id")
                .asText();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path).build(), BodyHandlers.ofString());
        return Mappers.JSON.readTree(answer.body());
    }

    /** Receives all events of a job, without reading their content. */
    Watched watch(String job) {
        var begin = System.nanoTime();
        try {
            var answer = http.send(request("/api/v1/jobs/" + job + "/events").build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException("the events of the job were refused with " + answer.statusCode());
            }
            return read(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.ISO_8859_1)), begin);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Watched read(BufferedReader events, long begin) throws IOException {
        var frames = 0L;
        var first = 0.0;
        for (var line = events.readLine(); line != null; line = events.readLine()) {
            if (line.equals(EVENT + "frame")) {
                frames++;
                first = frames == 1 ? seconds(begin) : first;
            } else if (line.equals(EVENT + "end")) {
                break;
            }
        }
        events.close();
        return new Watched(frames, first, seconds(begin));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.at(path)).header("Authorization", "Bearer " + token);
    }
}
