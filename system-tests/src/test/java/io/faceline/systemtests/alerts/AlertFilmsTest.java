package io.faceline.systemtests.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertState;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.cameras.CameraFilms;
import io.faceline.systemtests.cameras.DefinedCameras;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People come and go before cameras, and only those are told of of whom the rules want it. */
@Tag("slow")
class AlertFilmsTest {
    private static final String ADMIN = "an admin's long token";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Shorter than by default, so that the test is. */
    private static final String LIMITS = "\"limits\":{\"holdSeconds\":4}";
    /** Longer than the test, so that no film is shown again. */
    private static final int NOBODY_ANY_MORE = 240;

    @TempDir
    Path folder;

    private Pipeline pipeline;
    private TestClient admin;
    private final Map<String, String> people = new TreeMap<>();

    @Test
    void onlyWhomARuleIsAbout_isTold_once() throws Exception {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_CAMERA_FILES", folder.toRealPath().toString());
        environment.put("FACELINE_SECRET_KEY", "a secret key for secrets");
        environment.put("FACELINE_RECEIVER_LOCAL_ADDRESSES", "true");
        // A loaded machine answers late; here nothing is stale.
        environment.put("FACELINE_STALE_AFTER", "5m");
        try (var receiver = WebhookReceiver.start();
                var opened = Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment)) {
            pipeline = opened;
            admin = TestClient.of(opened.serve(HttpSettings.of("127.0.0.1", 0)).port())
                    .as(ADMIN);
            Map.of("Ada", "again", "Bob", "bird", "Cleo", "book").forEach(this::enroll);
            rules();
            receiver.register(admin, "pager", "NAMES");
            cameras();

            var expected = Map.of(
                    "unknown-only unknown yard", 1L,
                    "not-staff person:Cleo office", 1L,
                    "not-staff not-in:staff office", 1L,
                    "ada-at-night person:Ada back-door", 1L);
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                assertThat(openings()).isEqualTo(expected);
                assertThat(written().values()).allMatch(AlertFilmsTest::isClosed);
                assertThat(receiver.messages())
                        .extracting(WebhookReceiver.Message::id)
                        .containsAll(told());
            });

            assertThat(written().values()).allSatisfy(AlertFilmsTest::isInOrder);
            assertThat(receiver.messages())
                    .extracting(WebhookReceiver.Message::id)
                    .containsExactlyInAnyOrderElementsOf(told());
            assertThat(receiver.refused()).isEmpty();
            assertThat(receiver.messages())
                    .extracting(message -> message.text("/subject/name"))
                    .containsOnly("", "Ada", "Cleo");
        }
    }

    private void enroll(String name, String word) {
        var form = new MultipartForm().field("name", name).files(CameraFilms.still(word, 2, folder));
        people.put(
                name,
                admin.post("/api/v1/people?scope=shared", form).expect(201).at("/id"));
    }

    private void rules() {
        admin.post(
                        "/api/v1/watch-lists",
                        "{\"id\":\"staff\",\"name\":\"Staff\",\"people\":[\"%s\",\"%s\"]}"
                                .formatted(people.get("Ada"), people.get("Bob")))
                .expect(201);
        rule("unknown-only", "{\"kind\":\"stranger\"}", "yard", "\"zone\":\"Europe/Berlin\"");
        rule("not-staff", "{\"kind\":\"not-listed\",\"list\":\"staff\"}", "office", "\"zone\":\"Europe/Berlin\"");
        var ada = "{\"kind\":\"person\",\"person\":\"%s\"}".formatted(people.get("Ada"));
        rule("ada-at-night", ada, "back-door", night(23));
        rule("ada-by-day", ada, "back-door", night(12));
    }

    private void rule(String id, String who, String source, String more) {
        var json = "{\"id\":\"%s\",\"name\":\"%s\",\"who\":%s,\"where\":{\"sources\":[\"%s\"]},%s,%s}"
                .formatted(id, id, who, source, LIMITS, more);
        admin.post("/api/v1/alert-rules", json).expect(201);
    }

    /** After 22:00 for 3 s, in a zone where it is now this hour. */
    private static String night(int hour) {
        var ahead = Math.floorMod(hour - ZonedDateTime.now(ZoneOffset.UTC).getHour() + 11, 24) - 11;
        // The names of these zones have the opposite sign.
        var zone = "Etc/GMT%s%d".formatted(ahead > 0 ? "-" : "+", Math.abs(ahead));
        return "\"zone\":\"%s\",\"hours\":[{\"from\":\"22:00\",\"to\":\"04:00\"}],\"sure\":{\"afterSeconds\":3}"
                .formatted(zone);
    }

    /** The last in each film is somebody of whom is told: then all before are judged. */
    private void cameras() {
        var cameras = new DefinedCameras(admin);
        show(
                cameras,
                "yard",
                StagedFilm.empty()
                        .with("brother", 5)
                        .pause(5)
                        .with("learn", 5)
                        .pause(5)
                        .with("hungry", 7));
        show(
                cameras,
                "office",
                StagedFilm.empty()
                        .with("learn", 4)
                        .pause(8)
                        .with("milk", 5)
                        .pause(5)
                        .with("hungry", 7));
        show(
                cameras,
                "back-door",
                StagedFilm.empty()
                        .with("help", 2)
                        .pause(8)
                        .with("milk", 5)
                        .pause(5)
                        .with("brother", 7));
    }

    private void show(DefinedCameras cameras, String id, StagedFilm film) {
        cameras.add(id, film.pause(NOBODY_ANY_MORE).make(folder.resolve(id + ".mkv")), 5);
    }

    private Map<AlertId, List<Alert>> written() {
        return new WrittenAlerts(pipeline.kafka()).all();
    }

    /** How many alerts there are of each rule, subject and source. */
    private Map<String, Long> openings() {
        var counts = new TreeMap<String, Long>();
        written().values().forEach(revisions -> counts.merge(what(revisions.get(0)), 1L, Long::sum));
        return counts;
    }

    private String what(Alert alert) {
        var what = alert.rule() + " " + alert.subject() + " " + alert.source();
        for (var person : people.entrySet()) {
            what = what.replace(person.getValue(), person.getKey());
        }
        return what;
    }

    /** Messages of all that somebody should be told of, and of the ends. */
    private List<String> told() {
        return written().values().stream()
                .flatMap(List::stream)
                .filter(alert -> alert.notifies() || alert.changes().contains(AlertNews.CLOSED))
                .map(Alert::message)
                .toList();
    }

    private static boolean isClosed(List<Alert> revisions) {
        return revisions.get(revisions.size() - 1).state() == AlertState.CLOSED;
    }

    private static void isInOrder(List<Alert> revisions) {
        for (var i = 0; i < revisions.size(); i++) {
            assertThat(revisions.get(i).revision()).isEqualTo(i + 1);
        }
        assertThat(revisions.get(0).changes()).contains(AlertNews.OPENED);
        assertThat(revisions)
                .filteredOn(one -> one.changes().contains(AlertNews.OPENED))
                .hasSize(1);
    }
}
