package io.faceline.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.evaluation.report.Quantiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures one live client, alone and while videos use the whole machine. */
final class LiveDuringVideos {
    private static final int WARM_UP = 30;
    private static final long FRAME_MILLIS = 100;
    private static final int ACCEPTED = 202;
    /** Four run at a time; together they must last longer than the live client. */
    private static final int VIDEOS = 16;

    private final ServerProcess server;
    private final HttpClient http;
    private final List<byte[]> images;

    LiveDuringVideos(ServerProcess server, HttpClient http, List<byte[]> images) {
        this.server = server;
        this.http = http;
        this.images = images;
    }

    /**
     * @param video a video of which sixteen last longer than all frames
     * @throws IOException if the videos end before the live client
     */
    String rows(Path video, int frames) throws IOException, InterruptedException {
        var alone = row("live, alone", measure(frames));
        var session = ClientSession.open(server, http);
        for (var i = 0; i < VIDEOS; i++) {
            upload(session, video);
        }
        var start = System.nanoTime();
        var before = framesAnswered(session);
        var duringVideos = measure(frames);
        var perSecond = (framesAnswered(session) - before) * 1e9 / (System.nanoTime() - start);
        if (jobs(session).findValuesAsText("state").stream().noneMatch("RUNNING"::equals)) {
            throw new IOException("the videos ended before the live client; use a longer one");
        }
        return alone + row(String.format(Locale.ROOT, "live, during videos at %.0f frames/s", perSecond), duringVideos);
    }

    private long framesAnswered(ClientSession session) throws IOException, InterruptedException {
        var sum = 0L;
        for (var frames : jobs(session).findValues("frames")) {
            sum += frames.asLong();
        }
        return sum;
    }

    private JsonNode jobs(ClientSession session) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.at("/api/v1/jobs"))
                .header("Authorization", session.authorization())
                .build();
        return Mappers.JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private void upload(ClientSession session, Path video) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.at("/api/v1/videos?framesPerSecond=30"))
                .header("Authorization", session.authorization())
                .POST(BodyPublishers.ofFile(video))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException("the video was refused: " + answer.body());
        }
    }

    private record Delays(Quantiles all, Quantiles withoutModels) {}

    private Delays measure(int frames) throws IOException, InterruptedException {
        var all = new ArrayList<Double>();
        var withoutModels = new ArrayList<Double>();
        try (var camera = new LiveClient(ClientSession.open(server, http), images, 0)) {
            for (var frame = 0; frame < WARM_UP + frames; frame++) {
                var before = StageTimes.of(server, http);
                camera.frame();
                var delay = awaitAnswer(camera, frame);
                if (frame >= WARM_UP) {
                    all.add(delay);
                    withoutModels.add(
                            delay - StageTimes.of(server, http).since(before).vision());
                }
                TimeUnit.MILLISECONDS.sleep(FRAME_MILLIS);
            }
        }
        return new Delays(new Quantiles(all), new Quantiles(withoutModels));
    }

    private static double awaitAnswer(LiveClient camera, int frame) throws InterruptedException, IOException {
        while (camera.stats().delays().size() <= frame) {
            if (!camera.stats().refusals().isEmpty()) {
                throw new IOException(
                        "a live frame was refused: " + camera.stats().refusals());
            }
            TimeUnit.MICROSECONDS.sleep(200);
        }
        return camera.stats().delays().get(frame);
    }

    private static String row(String name, Delays delays) {
        return String.format(
                Locale.ROOT,
                "| %s, latency | p50 %.0f ms, p99 %.0f ms; without detection and embedding p50 %.0f ms, p99 %.0f ms |%n",
                name,
                delays.all().median(),
                delays.all().at(0.99),
                delays.withoutModels().median(),
                delays.withoutModels().at(0.99));
    }
}
