package io.faceline.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs many clients at once: half upload one image after the other, half send one live frame a second. */
final class CrowdLoad {
    /** The time in which the last frames are answered. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(40);

    private final ServerProcess server;
    private final HttpClient http;
    private final List<byte[]> images;

    /** The statistics of all clients. */
    record Result(List<ClientStats> uploads, List<ClientStats> live, double seconds, double serverCpuSeconds) {}

    CrowdLoad(ServerProcess server, HttpClient http, List<byte[]> images) {
        this.server = server;
        this.http = http;
        this.images = images;
    }

    Result run(int clients, Duration duration) throws IOException, InterruptedException {
        var liveClients = new ArrayList<LiveClient>();
        for (var i = 0; i < clients / 2; i++) {
            liveClients.add(new LiveClient(ClientSession.open(server, http), images, i));
        }
        var uploadClients = new ArrayList<UploadClient>();
        for (var i = 0; i < clients / 2; i++) {
            uploadClients.add(new UploadClient(ClientSession.open(server, http), images, i, duration));
        }
        var cpu = server.cpuSeconds();
        var start = System.nanoTime();
        sendLive(
                liveClients,
                duration,
                uploadClients.stream().map(UploadClient::run).toList());
        var seconds = (System.nanoTime() - start) / 1e9;
        var cpuUsed = server.cpuSeconds() - cpu;
        var uploads = uploadClients.stream().map(UploadClient::stats).toList();
        var live = liveClients.stream().map(LiveClient::stats).toList();
        awaitAnswers(uploads, live);
        liveClients.forEach(LiveClient::close);
        return new Result(uploads, live, seconds, cpuUsed);
    }

    /** Sends live frames, evenly spread over each second. */
    private static void sendLive(List<LiveClient> liveClients, Duration duration, List<CompletableFuture<Void>> uploads)
            throws InterruptedException {
        var clock = Executors.newSingleThreadScheduledExecutor();
        var interval = TimeUnit.SECONDS.toMicros(1) / Math.max(1, liveClients.size());
        for (var i = 0; i < liveClients.size(); i++) {
            var unused = clock.scheduleAtFixedRate(
                    liveClients.get(i)::frame, i * interval, TimeUnit.SECONDS.toMicros(1), TimeUnit.MICROSECONDS);
        }
        CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new)).join();
        clock.shutdown();
        if (!clock.awaitTermination(duration.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the live clients do not stop");
        }
    }

    private static void awaitAnswers(List<ClientStats> uploads, List<ClientStats> live) throws InterruptedException {
        var deadline = System.nanoTime() + ANSWER_TIMEOUT.toNanos();
        var all = new ArrayList<>(uploads);
        all.addAll(live);
        while (System.nanoTime() < deadline && !all.stream().allMatch(ClientStats::isComplete)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
