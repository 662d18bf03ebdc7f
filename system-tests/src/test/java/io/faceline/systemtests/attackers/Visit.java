package io.faceline.systemtests.attackers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who asks for a photo now and then, and what becomes of it. Not thread-safe. */
final class Visit {
    private static final String ANSWERED = "HTTP/1.1 200 OK";

    private final Origin.Client client;
    private final byte[] photo;
    private final List<Double> seconds = new ArrayList<>();
    private final Map<String, Integer> others = new TreeMap<>();

    Visit(Origin.Client client, byte[] photo) {
        this.client = client;
        this.photo = photo;
    }

    void ask() {
        var begun = System.nanoTime();
        var status = status();
        if (status.equals(ANSWERED)) {
            seconds.add((System.nanoTime() - begun) / 1e9);
        } else {
            others.merge(status, 1, Integer::sum);
        }
    }

    /** Asks once. */
    boolean isAnsweredWithin(Duration time) {
        var begun = System.nanoTime();
        return status().equals(ANSWERED) && System.nanoTime() - begun < time.toNanos();
    }

    private String status() {
        try (var connection =
                client.declare("/api/v1/recognize", "Content-Type: image/jpeg", "Content-Length: " + photo.length)) {
            return connection.send(photo).status();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Whether health is answered at once while all this goes on. */
    void askForHealth() {
        try (var connection = client.get("/health/live")) {
            var status = connection.status();
            if (!status.equals(ANSWERED)) {
                others.merge("health: " + status, 1, Integer::sum);
            }
        } catch (IOException e) {
            others.merge("health: " + e, 1, Integer::sum);
        }
    }

    /** What was refused or not answered, with how often. */
    Map<String, Integer> unanswered() {
        return others;
    }

    /** For example {@code 12 answered, p50 0.31 s, p95 0.72 s, others {}}. */
    String figures() {
        return String.format(
                Locale.ROOT,
                "%d answered, p50 %.2f s, p95 %.2f s, others %s",
                seconds.size(),
                quantile(0.5),
                quantile(0.95),
                others);
    }

    private double quantile(double share) {
        var sorted = seconds.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
