package io.faceline.systemtests.attackers;

import io.faceline.runtime.http.TestConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A client that takes whatever it is given. Thread-safe. */
final class Attacker {
    private static final int PART = 64 << 10;
    private static final int AT_A_TIME = 4;
    private static final byte[] VIDEO_HEAD = "\0\0\0 ftypisom".getBytes(StandardCharsets.US_ASCII);

    private final Origin.Client client;
    private final AttackImages images;
    private final Link link;
    private final List<TestConnection> held = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Something that is done over and over. */
    interface Step {
        void run() throws IOException;
    }

    /** @param link shared with other attackers */
    Attacker(Origin.Client client, AttackImages images, Link link) {
        this.client = client;
        this.link = link;
        this.images = images;
    }

    AttackImages images() {
        return images;
    }

    /** In so many threads, until the process ends; failures and refusals do not stop it. */
    void repeat(int count, Step step) {
        for (var i = 0; i < count; i++) {
            threads.execute(() -> {
                while (true) {
                    quietly(step);
                }
            });
        }
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            // The server has closed the connection, which is its right.
            Thread.onSpinWait();
        }
    }

    void get(String path, String... headers) throws IOException {
        try (var connection = connecting().get(path, headers)) {
            connection.status();
            connection.drain();
        }
    }

    void post(String path, byte[] jpeg) throws IOException {
        try (var connection =
                connecting().declare(path, "Content-Type: image/jpeg", "Content-Length: " + jpeg.length)) {
            link.carry(jpeg.length);
            connection.send(jpeg).status();
        }
    }

    /** Sends a frame, and the next one when that is answered. */
    void live(byte[] jpeg) throws IOException {
        try (var connection = connecting().upgrade("/api/v1/live")) {
            while (true) {
                link.carry(jpeg.length);
                connection.message(jpeg, true).awaitByte();
            }
        }
    }

    void holdBodies(int count, int declared, int sent) {
        hold(count, () -> {
            link.carry(sent);
            return connecting()
                    .declare("/api/v1/recognize", "Content-Type: image/jpeg", "Content-Length: " + declared)
                    .send(new byte[sent]);
        });
        trickle();
    }

    void holdUploads(int count) {
        hold(count, () -> connecting()
                .declare(
                        "/api/v1/videos",
                        "Authorization: Bearer " + token(),
                        "Content-Type: video/mp4",
                        "Content-Length: 4000000000")
                .send(VIDEO_HEAD)
                .send(new byte[PART]));
        repeat(1, () -> sendAll(new byte[PART]));
    }

    void holdMessages(int count, int bytes) {
        hold(count, () -> {
            var connection = connecting().upgrade("/api/v1/live");
            for (var sent = 0; sent < bytes; sent += PART) {
                link.carry(PART);
                connection.message(new byte[PART], false);
            }
            return connection;
        });
    }

    void holdRequests(int count, String path) {
        hold(count, () -> connecting().get(path, "Authorization: Bearer " + token()));
    }

    void holdConnections(int count) {
        hold(count, () -> connecting().open());
    }

    private Origin.Client connecting() {
        link.open();
        return client;
    }

    private interface Opening {
        TestConnection open() throws IOException;
    }

    /** Some at a time, as nobody waits for one before opening the next; returns when all are held or refused. */
    private void hold(int count, Opening opening) {
        var left = new AtomicInteger(count);
        var opened = IntStream.range(0, AT_A_TIME)
                .mapToObj(hand -> CompletableFuture.runAsync(
                        () -> {
                            while (left.getAndDecrement() > 0) {
                                quietly(() -> held.add(opening.open()));
                            }
                        },
                        threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(opened).join();
    }

    /** A byte of each body twice a second. */
    private void trickle() {
        repeat(1, () -> {
            sendAll(new byte[1]);
            pause();
        });
    }

    /** The attack is to be slow. */
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }

    private void sendAll(byte[] bytes) {
        held.forEach(connection -> quietly(() -> {
            link.carry(bytes.length);
            connection.send(bytes);
        }));
    }

    /** Of a new session. */
    private String token() throws IOException {
        try (var connection = connecting().declare("/api/v1/sessions", "Content-Length: 0", "Connection: close")) {
            var answer = connection.readAll();
            var start = answer.indexOf("fls_");
            return start < 0 ? "" : answer.substring(start, answer.indexOf('"', start));
        }
    }
}
