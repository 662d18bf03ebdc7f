package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live and stored results of a video over the whole pipeline, which is restarted at the end. */
@Tag("slow")
class JobResultsOverHttpTest {
    private static final String SINGER = "Lin-Manuel Miranda";

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static TestClient client;

    private TestClient session;

    @BeforeAll
    static void up() {
        pipeline = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), System.getenv());
        client = TestClient.of(pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port());
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void everyViewOfAVideoAgrees_alsoAfterARestart() throws Exception {
        var token = client.post("/api/v1/sessions").expect(201).at("/token");
        session = client.as(token);
        upload(
                        "/api/v1/people?name=Lin-Manuel%20Miranda",
                        TestPhotos.shared("photos/face_recognition/lin-manuel-miranda.png"))
                .expect(201);
        var begin = Instant.now();
        var job = upload("/api/v1/videos?framesPerSecond=5", TestPhotos.shared("video/hamilton.mp4"))
                .expect(202)
                .at("/id");

        var frames = new ArrayList<JsonNode>();
        var end = readEvents(job, frames);
        assertThat(end.path("state").asText()).isEqualTo("DONE");
        assertThat(frames).hasSize(end.path("frames").asInt()).hasSizeGreaterThan(35);
        var people = session.get("/api/v1/jobs/" + job + "/people").text();
        var seen = Mappers.JSON.readTree(people);
        assertThat(seen.path("isComplete").asBoolean()).isTrue();
        assertThat(seen.at("/people/0/person/name").asText()).isEqualTo(SINGER);
        assertThat(seen.at("/people/0/appearances/0/from").asDouble()).isBetween(0.8, 1.2);
        assertThat(seen.at("/people/0/appearances/1/from").asDouble()).isBetween(3.0, 4.2);
        shotIsAJpeg(seen.at("/people/0/bestShot/url").asText());
        resultsAgree(job, seen, frames);
        tracksAgree(job, seen);
        assertThat(matchesSince(begin, job, frames.size()))
                .hasSameElementsAs(frames.stream().map(this::id).toList());

        down();
        up();
        session = client.as(token);

        assertThat(session.get("/api/v1/jobs/" + job + "/people").text()).isEqualTo(people);
        shotIsAJpeg(seen.at("/people/0/bestShot/url").asText());
        assertThat(session.get("/api/v1/jobs?state=DONE")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(job);
        deletedJobShowsNothing(job);
    }

    @Test
    void finishedVideo_isMatchedAgain_withoutBeingDecoded_orFromItsFileOnceItsEmbeddingsAreGone() throws Exception {
        session = client.as(client.post("/api/v1/sessions").expect(201).at("/token"));
        var first = upload("/api/v1/videos?framesPerSecond=5", TestPhotos.shared("video/hamilton.mp4"))
                .expect(202)
                .at("/id");
        var before = new ArrayList<JsonNode>();
        readEvents(first, before);
        assertThat(people(first)).isEmpty();
        upload(
                        "/api/v1/people?name=Lin-Manuel%20Miranda",
                        TestPhotos.shared("photos/face_recognition/lin-manuel-miranda.png"))
                .expect(201);

        var again = session.post("/api/v1/jobs/" + first + "/rematch").expect(202);
        assertThat(again.at("/rematchOf")).isEqualTo(first);
        var after = new ArrayList<JsonNode>();
        assertThat(readEvents(again.at("/id"), after).path("state").asText()).isEqualTo("DONE");
        assertThat(after)
                .map(JobResultsOverHttpTest::place)
                .isEqualTo(before.stream().map(JobResultsOverHttpTest::place).toList());
        assertThat(people(again.at("/id"))).containsExactly(SINGER);
        assertThat(decoded(again.at("/id"))).isZero();

        deleteEmbeddings();
        session.delete("/api/v1/jobs/" + first).expect(204);
        var decoded =
                session.post("/api/v1/jobs/" + again.at("/id") + "/rematch").expect(202);
        var third = new ArrayList<JsonNode>();
        assertThat(readEvents(decoded.at("/id"), third).path("state").asText()).isEqualTo("DONE");
        assertThat(third).hasSameSizeAs(before);
        assertThat(people(decoded.at("/id"))).containsExactly(SINGER);
        assertThat(decoded(decoded.at("/id"))).isEqualTo(before.size());
    }

    /** What a frame shows, whoever it may be. */
    private static List<JsonNode> place(JsonNode match) {
        return List.of(
                match.at("/facts/sequence"), match.at("/facts/position"), match.at("/outcome/value/faces/0/face/box"));
    }

    /** The names of those who are in a video. */
    private List<String> people(String job) {
        return list(session.get("/api/v1/jobs/" + job + "/people").json().path("people")).stream()
                .map(person -> person.at("/person/name").asText())
                .toList();
    }

    /** Number of images of a job's frames. */
    private static long decoded(String job) {
        var frames = new AtomicLong();
        var topic = kafka().topics().frames(Lane.BULK);
        try (var reader = new TopicReader<>(kafka(), topic, StartOffset.EARLIEST, read -> {
            if (read.value().facts().source().equals(job)) {
                frames.incrementAndGet();
            }
        })) {
            reader.start();
            reader.awaitCaughtUp(Duration.ofSeconds(30));
        }
        return frames.get();
    }

    /** As when their time is over. */
    private static void deleteEmbeddings() throws Exception {
        var topic = kafka().topics().embeddings().name();
        try (var admin = Admin.create(ClientProperties.admin(kafka()))) {
            var partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions();
            var all = partitions.stream()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition.partition()),
                            any -> RecordsToDelete.beforeOffset(-1)));
            admin.deleteRecords(all).all().get();
        }
    }

    private static KafkaSettings kafka() {
        return KafkaSettings.from(new Settings(
                ClientLogin.read(folder.resolve("data")).orElseThrow().environment()));
    }

    /** Whoever reads the topic {@code tracks} sees the same people as the API shows. */
    private static void tracksAgree(String job, JsonNode seen) {
        var kafka = kafka();
        var latest = new ConcurrentHashMap<String, TrackUpdate>();
        var tracks = kafka.topics().tracks();
        try (var reader = TopicReader.ofKey(
                kafka,
                tracks,
                job,
                StartOffset.EARLIEST,
                read -> latest.put(read.value().id(), read.value()))) {
            reader.start();
            var faces = seen.path("faces").asLong();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(latest.values().stream()
                            .mapToLong(TrackUpdate::frames)
                            .sum())
                    .isBetween(faces * 3 / 4, faces));
        }
        var named = latest.values().stream()
                .filter(track -> track.identity().decision() == Decision.MATCH)
                .map(track -> Objects.requireNonNull(track.identity().person()).value());
        assertThat(named.collect(Collectors.toSet()))
                .isEqualTo(list(seen.path("people")).stream()
                        .map(person -> person.at("/person/id").asText())
                        .collect(Collectors.toSet()));
    }

    private void resultsAgree(String job, JsonNode seen, List<JsonNode> frames) {
        var document = session.get("/api/v1/jobs/" + job + "/results").json();
        assertThat(document.path("isComplete").asBoolean()).isTrue();
        assertThat(List.copyOf(list(document.path("frames")))).isEqualTo(frames);
        var faces = frames.stream()
                .mapToInt(frame -> frame.at("/outcome/value/faces").size())
                .sum();
        assertThat(seen.path("faces").asInt()).isEqualTo(faces).isPositive();
        var lines = session.get("/api/v1/jobs/" + job + "/results?format=csv")
                .text()
                .lines()
                .toList();
        assertThat(lines).hasSize(1 + faces);
        assertThat(lines).anyMatch(line -> line.contains("," + SINGER + ","));
    }

    private List<String> matchesSince(Instant begin, String job, int count) {
        try (var events = TestEvents.open(session, "/api/v1/matches?source=" + job + "&from=" + begin)) {
            return dataOf(events.await("match", count)).stream().map(this::id).toList();
        }
    }

    private void shotIsAJpeg(String url) {
        assertThat(session.get(url).expect(200).body()).startsWith(0xff, 0xd8, 0xff);
    }

    private void deletedJobShowsNothing(String job) {
        session.delete("/api/v1/jobs/" + job).expect(204);
        for (var view : List.of("", "/people", "/results", "/events")) {
            session.get("/api/v1/jobs/" + job + view).expect(404);
        }
    }

    private String id(JsonNode match) {
        return match.at("/facts/id").asText();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Reads the job's events up to the last, whose data is returned. */
    private JsonNode readEvents(String job, List<JsonNode> frames) {
        try (var events = TestEvents.open(session, "/api/v1/jobs/" + job + "/events")) {
            var end = events.await("end", 1).get(0).data();
            frames.addAll(dataOf(events.of("frame")));
            return end;
        }
    }

    private static List<JsonNode> dataOf(List<TestEvents.Event> events) {
        return events.stream().map(TestEvents.Event::data).toList();
    }

    private HttpAnswer upload(String path, Path file) throws IOException {
        return session.send("POST", path, BodyPublishers.ofFile(file), "Content-Type", "application/octet-stream");
    }
}
