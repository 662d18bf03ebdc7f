package io.faceline.benchmarks.viewers;

import io.faceline.benchmarks.load.ServerProcess;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.KafkaCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Measures what it costs that many look at one video: until its people are there, and the server's processor time for each
 * viewer of all its frames. Prints Markdown.
 *
 * <p>Arguments: a short film; the minutes of the long video that is made of it; the number of viewers; the {@code faceline} of
 * this build or another.
 */
public final class VideoViewers {
    private static final int FRAMES_PER_MINUTE = 300;
    /** A session may have so many event streams. */
    private static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long PAUSE_MILLIS = 100;

    private final ServerProcess server;
    private final Viewer viewer;

    private VideoViewers(ServerProcess server, Viewer viewer) {
        this.server = server;
        this.viewer = viewer;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var film = Path.of(arguments[0]);
        var frames = Long.parseLong(arguments[1]) * FRAMES_PER_MINUTE;
        var viewers = Integer.parseInt(arguments[2]);
        var folder = Files.createTempDirectory("faceline-viewers");
        OwnerOnly.folder(folder);
        try (var server = ServerProcess.start(Path.of(arguments[3]), List.of("--data", folder.toString()))) {
            var measure = new VideoViewers(server, Viewer.open(server));
            measure.run(folder, film, frames, viewers);
        }
    }

    private void run(Path folder, Path film, long frames, int viewers) throws IOException, InterruptedException {
        var kafka = kafka(folder);
        try (var sender = new RecordSender(kafka, "benchmark")) {
            var shortJob = viewer.upload(film);
            awaitComplete(shortJob);
            var begin = System.nanoTime();
            var job = LongVideo.of(kafka, sender, shortJob).write(frames);
            print("written, s", seconds(begin));
            awaitComplete(job.id());
            print("written and tracked, s", seconds(begin));
            open(job.id());
            watch(job.id(), 1);
            watch(job.id(), viewers);
        }
    }

    private static KafkaSettings kafka(Path folder) {
        var cluster = KafkaCluster.in(folder, Map.of(), OptionalInt.empty());
        var environment = new HashMap<>(cluster.environment());
        environment.put("FACELINE_STATE_FOLDER", folder.toString());
        return KafkaSettings.from(new Settings(environment));
    }

    private void awaitComplete(String job) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!viewer.get("/api/v1/jobs/" + job + "/people").path("isComplete").asBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the job was not complete in time: " + viewer.get("/api/v1/jobs/" + job));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** As a page does that opens the video. */
    private void open(String job) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var people = viewer.get("/api/v1/jobs/" + job + "/people");
        print("people of the finished job, s", seconds(begin));
        print("frames", people.path("frames").asDouble());
    }

    private void watch(String job, int count) {
        var cpu = server.cpuSeconds();
        var begin = System.nanoTime();
        var pool = Executors.newFixedThreadPool(Math.min(count, AT_ONCE));
        try {
            var watched = IntStream.range(0, count)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> viewer.watch(job), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            print(count + " viewers: all frames, s", seconds(begin));
            print(count + " viewers: first frame, s (median)", median(watched));
            print(count + " viewers: frames of each", (double) watched.get(0).frames());
            print(count + " viewers: processor time of the server for each, s", (server.cpuSeconds() - cpu) / count);
        } finally {
            pool.shutdownNow();
        }
    }

    private static double median(List<Viewer.Watched> watched) {
        var sorted = watched.stream()
                .mapToDouble(Viewer.Watched::firstFrameSeconds)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "| %s | %.2f |%n", what, value);
    }
}
