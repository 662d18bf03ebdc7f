package io.faceline.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
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

/** One camera, frame by frame, alone and beside a video that takes all the machine gives. */
final class LiveBesideVideo {
    private static final int WARM_UP = 30;
    private static final long FRAME_MILLIS = 100;
    private static final int ACCEPTED = 202;
    /** Four run at once, the others wait behind them: their frames must outlast the camera's. */
    private static final int VIDEOS = 16;

    private final ServerProcess server;
    private final HttpClient http;
    private final List<byte[]> images;

    LiveBesideVideo(ServerProcess server, HttpClient http, List<byte[]> images) {
        this.server = server;
        this.http = http;
        this.images = images;
    }

    /**
     * @param video of which sixteen last longer than all frames
     * @throws IOException if the videos were done before the camera was
     */
    String rows(Path video, int frames) throws IOException, InterruptedException {
        var alone = row("live, alone", measure(frames));
        var visitor = Visitor.arrive(server, http);
        for (var i = 0; i < VIDEOS; i++) {
            upload(visitor, video);
        }
        var start = System.nanoTime();
        var before = framesAnswered(visitor);
        var beside = measure(frames);
        var perSecond = (framesAnswered(visitor) - before) * 1e9 / (System.nanoTime() - start);
        if (jobs(visitor).findValuesAsText("state").stream().noneMatch("RUNNING"::equals)) {
            throw new IOException("the videos were done before the camera was; take a longer one");
        }
        return alone + row(String.format(Locale.ROOT, "live, beside videos at %.0f frames/s", perSecond), beside);
    }

    private long framesAnswered(Visitor visitor) throws IOException, InterruptedException {
        var sum = 0L;
        for (var frames : jobs(visitor).findValues("frames")) {
            sum += frames.asLong();
        }
        return sum;
    }

    private JsonNode jobs(Visitor visitor) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.at("/api/v1/jobs"))
                .header("Authorization", visitor.authorization())
                .build();
        return Mappers.JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private void upload(Visitor visitor, Path video) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.at("/api/v1/videos?framesPerSecond=30"))
                .header("Authorization", visitor.authorization())
                .POST(BodyPublishers.ofFile(video))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException("the video was refused: " + answer.body());
        }
    }

    private record Delays(Quantiles all, Quantiles outsideTheModels) {}

    private Delays measure(int frames) throws IOException, InterruptedException {
        var all = new ArrayList<Double>();
        var outside = new ArrayList<Double>();
        try (var camera = new Viewer(Visitor.arrive(server, http), images, 0)) {
            for (var frame = 0; frame < WARM_UP + frames; frame++) {
                var before = StageTimes.of(server, http);
                camera.frame();
                var delay = awaitAnswer(camera, frame);
                if (frame >= WARM_UP) {
                    all.add(delay);
                    outside.add(
                            delay - StageTimes.of(server, http).since(before).vision());
                }
                TimeUnit.MILLISECONDS.sleep(FRAME_MILLIS);
            }
        }
        return new Delays(Quantiles.of(all), Quantiles.of(outside));
    }

    private static double awaitAnswer(Viewer camera, int frame) throws InterruptedException, IOException {
        while (camera.seen().delays().size() <= frame) {
            if (!camera.seen().refusals().isEmpty()) {
                throw new IOException(
                        "a live frame was refused: " + camera.seen().refusals());
            }
            TimeUnit.MICROSECONDS.sleep(200);
        }
        return camera.seen().delays().get(frame);
    }

    private static String row(String what, Delays delays) {
        return String.format(
                Locale.ROOT,
                "| %s, answer after | p50 %.0f ms, p99 %.0f ms; outside detection and embedding p50 %.0f ms, p99 %.0f ms |%n",
                what,
                delays.all().median(),
                delays.all().at(0.99),
                delays.outsideTheModels().median(),
                delays.outsideTheModels().at(0.99));
    }
}
