package io.faceline.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Half of them upload one image after the other, half show one frame a second. */
final class Crowd {
    /** A frame that was sent at the very end has its answer by then. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(40);

    private final ServerProcess server;
    private final HttpClient http;
    private final List<byte[]> images;

    /** What became of them. */
    record Result(List<Seen> uploads, List<Seen> views, double seconds, double serverCpuSeconds) {}

    Crowd(ServerProcess server, HttpClient http, List<byte[]> images) {
        this.server = server;
        this.http = http;
        this.images = images;
    }

    Result stay(int visitors, Duration lasts) throws IOException, InterruptedException {
        var viewers = new ArrayList<Viewer>();
        for (var i = 0; i < visitors / 2; i++) {
            viewers.add(new Viewer(Visitor.arrive(server, http), images, i));
        }
        var uploaders = new ArrayList<Uploader>();
        for (var i = 0; i < visitors / 2; i++) {
            uploaders.add(new Uploader(Visitor.arrive(server, http), images, i, lasts));
        }
        var cpu = server.cpuSeconds();
        var start = System.nanoTime();
        view(viewers, lasts, uploaders.stream().map(Uploader::run).toList());
        var seconds = (System.nanoTime() - start) / 1e9;
        var worked = server.cpuSeconds() - cpu;
        var uploads = uploaders.stream().map(Uploader::seen).toList();
        var views = viewers.stream().map(Viewer::seen).toList();
        awaitAnswers(uploads, views);
        viewers.forEach(Viewer::close);
        return new Result(uploads, views, seconds, worked);
    }

    /** Spread over the second, as cameras are. */
    private static void view(List<Viewer> viewers, Duration lasts, List<CompletableFuture<Void>> uploads)
            throws InterruptedException {
        var clock = Executors.newSingleThreadScheduledExecutor();
        var apart = TimeUnit.SECONDS.toMicros(1) / Math.max(1, viewers.size());
        for (var i = 0; i < viewers.size(); i++) {
            var unused = clock.scheduleAtFixedRate(
                    viewers.get(i)::frame, i * apart, TimeUnit.SECONDS.toMicros(1), TimeUnit.MICROSECONDS);
        }
        CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new)).join();
        clock.shutdown();
        if (!clock.awaitTermination(lasts.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the cameras do not stop");
        }
    }

    private static void awaitAnswers(List<Seen> uploads, List<Seen> views) throws InterruptedException {
        var deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
        var all = new ArrayList<>(uploads);
        all.addAll(views);
        while (System.nanoTime() < deadline && !all.stream().allMatch(Seen::isComplete)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
