package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live and stored results of a video over the whole pipeline, which is restarted at the end. */
class JobResultsOverHttpTest {
    private static final String SINGER = "Lin-Manuel Miranda";

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static String address;

    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";

    @BeforeAll
    static void up() {
        pipeline = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), System.getenv());
        address = "http://localhost:"
                + pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port();
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void everyViewOfAVideoAgrees_alsoAfterARestart() throws Exception {
        token = json(post("/api/v1/sessions", null)).path("token").asText();
        var enrolled = post(
                "/api/v1/people?name=Lin-Manuel%20Miranda",
                TestPhotos.shared("photos/face_recognition/lin-manuel-miranda.png"));
        assertThat(enrolled.statusCode()).as(enrolled.body()).isEqualTo(201);
        var begin = Instant.now();
        var job = json(post("/api/v1/videos?framesPerSecond=5", TestPhotos.shared("video/hamilton.mp4")))
                .path("id")
                .asText();

        var events = events("/api/v1/jobs/" + job + "/events", event -> event.equals("end"));

        var frames = dataOf(events, "frame");
        var end = dataOf(events, "end").get(0);
        assertThat(end.path("state").asText()).isEqualTo("DONE");
        assertThat(frames).hasSize(end.path("frames").asInt()).hasSizeGreaterThan(35);
        var people = ask("/api/v1/jobs/" + job + "/people").body();
        var seen = Mappers.JSON.readTree(people);
        assertThat(seen.path("isComplete").asBoolean()).isTrue();
        assertThat(seen.at("/people/0/person/name").asText()).isEqualTo(SINGER);
        assertThat(seen.at("/people/0/appearances/0/from").asDouble()).isBetween(3.0, 4.2);
        shotIsAJpeg(seen.at("/people/0/bestShot/url").asText());
        resultsAgree(job, seen, frames);
        assertThat(matchesSince(begin, job, frames.size()))
                .hasSameElementsAs(frames.stream().map(this::id).toList());

        down();
        up();

        assertThat(ask("/api/v1/jobs/" + job + "/people").body()).isEqualTo(people);
        shotIsAJpeg(seen.at("/people/0/bestShot/url").asText());
        assertThat(json(ask("/api/v1/jobs?state=DONE")).at("/items/0/id").asText())
                .isEqualTo(job);
        deletedJobShowsNothing(job);
    }

    private void resultsAgree(String job, JsonNode seen, List<JsonNode> frames) throws Exception {
        var document = json(ask("/api/v1/jobs/" + job + "/results"));
        assertThat(document.path("isComplete").asBoolean()).isTrue();
        assertThat(List.copyOf(list(document.path("frames")))).isEqualTo(frames);
        var faces = frames.stream()
                .mapToInt(frame -> frame.at("/outcome/value/faces").size())
                .sum();
        assertThat(seen.path("faces").asInt()).isEqualTo(faces).isPositive();
        var lines = ask("/api/v1/jobs/" + job + "/results?format=csv")
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(1 + faces);
        assertThat(lines).anyMatch(line -> line.contains("," + SINGER + ","));
    }

    private List<String> matchesSince(Instant begin, String job, int count) throws Exception {
        var left = new int[] {count};
        var events = events(
                "/api/v1/matches?source=" + job + "&from=" + begin, event -> event.equals("match") && --left[0] == 0);
        return dataOf(events, "match").stream().map(this::id).toList();
    }

    private void shotIsAJpeg(String url) throws Exception {
        var shot = client.send(request(url).build(), BodyHandlers.ofByteArray());
        assertThat(shot.statusCode()).isEqualTo(200);
        assertThat(shot.body()).startsWith(0xff, 0xd8, 0xff);
    }

    private void deletedJobShowsNothing(String job) throws Exception {
        var deleted = client.send(request("/api/v1/jobs/" + job).DELETE().build(), BodyHandlers.ofString());
        assertThat(deleted.statusCode()).isEqualTo(204);
        for (var view : List.of("", "/people", "/results", "/events")) {
            assertThat(ask("/api/v1/jobs/" + job + view).statusCode()).isEqualTo(404);
        }
    }

    private String id(JsonNode match) {
        return match.at("/facts/id").asText();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Reads a stream until an event matches; an event is its name and its data. */
    private List<Event> events(String path, Predicate<String> isLast) throws Exception {
        var events = new ArrayList<Event>();
        var response = client.send(request(path).build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        try (var lines = response.body()) {
            var name = "";
            for (var line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, Mappers.JSON.readTree(line.substring(6))));
                    if (isLast.test(name)) {
                        break;
                    }
                }
            }
        }
        return events;
    }

    private record Event(String name, JsonNode data) {}

    private static List<JsonNode> dataOf(List<Event> events, String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(Event::data)
                .toList();
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, Path file) throws Exception {
        var body = file == null ? BodyPublishers.noBody() : BodyPublishers.ofFile(file);
        return client.send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Mappers.JSON.readTree(answer.body());
    }
}
