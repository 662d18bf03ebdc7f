package io.faceline.api.jobs.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.api.TestAnswers;
import io.faceline.api.TestJobs;
import io.faceline.api.jobs.JobServer;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.http.HttpAnswer;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultsRoutesTest {
    private static final String RESULTS = "/api/v1/jobs/job-a/results";

    private final JobServer server = new JobServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void watched(String name, JobState state, long frames) {
        server.people.add("lin", name, server.ada.session());
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), state, frames));
        for (var sequence = 0; sequence < 3; sequence++) {
            server.frames.answer(TestAnswers.match(
                    server.ada.session(),
                    "job-a",
                    sequence,
                    TestAnswers.match(0, 2, "lin"),
                    TestAnswers.unknown(1, 7)));
        }
    }

    @Test
    void everyFrameIsThere_asJson() {
        watched("Lin", JobState.DONE, 3);

        var answer = server.ada(RESULTS);

        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"job-a.json\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        var json = answer.json();
        assertThat(json.at("/job/id").asText()).isEqualTo("job-a");
        assertThat(json.path("isComplete").asBoolean()).isTrue();
        assertThat(json.path("frames")).hasSize(3);
        var faces = json.at("/frames/2/outcome/value/faces");
        assertThat(faces.at("/0/person").asText()).isEqualTo("Lin");
        assertThat(faces.at("/0/track").toString())
                .isEqualTo("{\"id\":1,\"key\":\"job-a/0/0\",\"decision\":\"match\","
                        + "\"person\":{\"id\":\"lin\",\"name\":\"Lin\",\"scope\":\"session\"}}");
        assertThat(faces.at("/1/track").toString())
                .isEqualTo("{\"id\":2,\"key\":\"job-a/0/1\",\"decision\":\"unknown\",\"person\":null}");
    }

    @Test
    void everyFaceIsALine_asCsv() throws Exception {
        watched("Lin \"L\", 李\u200f", JobState.DONE, 3);

        var answer = server.ada(RESULTS + "?format=csv");

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"job-a.csv\"");
        var lines = lines(answer.text());
        assertThat(lines).hasSize(6);
        var last = lines.get(4).toMap();
        assertThat(last)
                .containsEntry("frame", "2")
                .containsEntry("position", "0.4")
                .containsEntry("time", "0:00:00.400")
                .containsEntry("decision", "match")
                .containsEntry("person_id", "lin")
                .containsEntry("name", "Lin \"L\", 李\u200f")
                .containsEntry("similarity", "0.6")
                .containsEntry("confidence", "0.9")
                .containsEntry("track", "1")
                .containsEntry("track_decision", "match")
                .containsEntry("x", "0.2");
        assertThat(lines.get(5).toMap())
                .containsEntry("decision", "unknown")
                .containsEntry("name", "")
                .containsEntry("similarity", "");
    }

    @Test
    void namesAreNoFormulas_asCsv() throws Exception {
        for (var name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "＝1")) {
            watched(name, JobState.DONE, 3);

            // The slot of the previous download is released a moment after its last byte.
            var answer = await().until(() -> server.ada(RESULTS + "?format=csv"), some -> some.status() == 200);

            assertThat(lines(answer.text()).get(0).get("name")).isEqualTo("'" + name);
        }
    }

    @Test
    void whatThereIsSoFarIsWritten_jobGoesOn() {
        watched("Lin", JobState.RUNNING, 2);

        var json = server.ada(RESULTS).json();

        assertThat(json.at("/job/state").asText()).isEqualTo("RUNNING");
        assertThat(json.path("frames")).hasSize(3);
    }

    @Test
    void fileSaysThatItIsNotWhole_jobDeletedMeanwhile() throws Exception {
        watched("Lin", JobState.DONE, 4);

        var answer = CompletableFuture.supplyAsync(() -> quietly(RESULTS));
        await().until(() -> server.frames.opened() == 1);
        server.jobs.remove("job-a");

        assertThat(answer.get().json().path("isComplete").asBoolean()).isFalse();
    }

    @Test
    void others_mustWait() throws Exception {
        watched("Lin", JobState.DONE, 4);
        var first = CompletableFuture.supplyAsync(() -> quietly(RESULTS));
        await().until(() -> server.frames.opened() == 1);

        var second = server.ada(RESULTS);

        assertThat(second.problem()).isEqualTo("429 TOO_MANY_TRANSFERS");
        assertThat(second.header("Retry-After")).isEqualTo("10");
        server.jobs.remove("job-a");
        assertThat(first.get().status()).isEqualTo(200);
    }

    @Test
    void anotherFormat_isNone() {
        watched("Lin", JobState.DONE, 3);

        assertThat(server.ada(RESULTS + "?format=xml").problem()).isEqualTo("400 BAD_REQUEST");
    }

    private HttpAnswer quietly(String path) {
        try {
            return server.ada(path);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CSVRecord> lines(String csv) throws Exception {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }
}
