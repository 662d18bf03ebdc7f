package io.faceline.systemtests.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.alert.Alert;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.cameras.CameraFilms;
import io.faceline.systemtests.cameras.DefinedCameras;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the first frame of a known person to the alert, and to a receiver, if the rule waits for nothing.
 * {@code scripts/alert-latency} lets more people come, and holds the figures to the goals.
 */
@Tag("slow")
class AlertLatencyTest {
    private static final String ADMIN = "an admin's long token";
    private static final int APPEARANCES = Integer.getInteger("faceline.alerts.appearances", 4);
    private static final boolean WITH_GOALS = Boolean.getBoolean("faceline.alerts.goals");
    /** The first ones are slower: Java has not compiled everything. */
    private static final int WARM_UP = Math.min(3, APPEARANCES / 2);

    private static final int IN_VIEW = 3;
    /** Until a track has ended, and the alert too. */
    private static final int BETWEEN = 4;

    private static final List<String> VISITORS = List.of("brother", "learn");

    @TempDir
    Path folder;

    /** When a reader of the topic had the first revision. */
    private record Arrival(Alert alert, Instant at) {}

    private final Map<String, Arrival> arrivals = new ConcurrentHashMap<>();

    @Test
    void knownPeople_areToldSoon_eachTimeTheyCome() throws Exception {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_CAMERA_FILES", folder.toRealPath().toString());
        environment.put("FACELINE_SECRET_KEY", "a secret key for secrets");
        environment.put("FACELINE_RECEIVER_LOCAL_ADDRESSES", "true");
        var film = film();
        try (var receiver = WebhookReceiver.start();
                var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment);
                var reader = new TopicReader<>(
                        pipeline.kafka(), pipeline.kafka().topics().alerting().alerts(), StartOffset.EARLIEST, read -> {
                            var alert = read.value();
                            if (alert != null && alert.revision() == 1) {
                                arrivals.put(alert.message(), new Arrival(alert, Instant.now()));
                            }
                        })) {
            reader.start();
            var admin = TestClient.of(
                            pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port())
                    .as(ADMIN);
            writeRule(admin);
            receiver.register(admin, "pager", "IDS");
            new DefinedCameras(admin).add("door", film, 5);

            await().atMost(Duration.ofSeconds(90L + APPEARANCES * (IN_VIEW + BETWEEN)))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> arrivals.size() >= APPEARANCES
                            && openings(receiver).keySet().containsAll(arrivals.keySet()));

            assertThat(arrivals).hasSize(APPEARANCES);
            report(openings(receiver));
        }
    }

    private Path film() {
        var film = StagedFilm.empty().pause(BETWEEN);
        for (var i = 0; i < APPEARANCES; i++) {
            film = film.with(VISITORS.get(i % VISITORS.size()), IN_VIEW).pause(BETWEEN);
        }
        return film.pause(240).make(folder.resolve("film.mkv"));
    }

    private void writeRule(TestClient admin) {
        var people = new ArrayList<String>();
        Map.of("Ada", "again", "Cleo", "book").forEach((name, word) -> {
            var form = new MultipartForm().field("name", name).files(CameraFilms.still(word, 2, folder));
            people.add(
                    admin.post("/api/v1/people?scope=shared", form).expect(201).at("/id"));
        });
        var ids = people.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        admin.post("/api/v1/watch-lists", "{\"id\":\"known\",\"name\":\"Known\",\"people\":[" + ids + "]}")
                .expect(201);
        admin.post("/api/v1/alert-rules", """
                        {"id":"at-once","name":"At once","zone":"UTC","who":{"kind":"listed","list":"known"},
                         "sure":{"afterSeconds":0},"limits":{"holdSeconds":2,"silenceSeconds":0}}
                        """).expect(201);
    }

    private static Map<String, WebhookReceiver.Message> openings(WebhookReceiver receiver) {
        return receiver.messages().stream()
                .filter(message -> message.type().equals("alert.opened"))
                .collect(Collectors.toMap(WebhookReceiver.Message::id, message -> message));
    }

    private void report(Map<String, WebhookReceiver.Message> messages) {
        var told = arrivals.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(arrival -> arrival.alert().openedAt())))
                .skip(WARM_UP)
                .toList();
        var toAlert = told.stream()
                .map(one -> millis(
                        one.getValue().alert().firstSeen(), one.getValue().at()))
                .toList();
        var outside = told.stream()
                .map(one ->
                        millis(one.getValue().alert().lastSeen(), one.getValue().at()))
                .toList();
        var toReceiver = told.stream()
                .map(one -> millis(
                        one.getValue().alert().firstSeen(),
                        messages.get(one.getKey()).receivedAt()))
                .toList();
        System.out.println("alert_latency appearances=" + told.size()
                + "\n| from the first frame to the alert | " + figures(toAlert)
                + "\n| from the frame that named to the alert | " + figures(outside)
                + "\n| from the first frame to the receiver | " + figures(toReceiver));
        if (WITH_GOALS) {
            assertThat(percentile(toAlert, 95)).isLessThanOrEqualTo(2000);
            assertThat(percentile(outside, 95)).isLessThanOrEqualTo(250);
        }
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    private static String figures(List<Long> millis) {
        return "p50 %d ms, p95 %d ms, most %d ms |"
                .formatted(percentile(millis, 50), percentile(millis, 95), percentile(millis, 100));
    }

    private static long percentile(List<Long> millis, int percent) {
        var sorted = millis.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
