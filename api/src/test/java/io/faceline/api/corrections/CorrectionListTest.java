package io.faceline.api.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestJobs;
import io.faceline.api.jobs.JobServer;
import io.faceline.api.jobs.visits.TestAppearances;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.Appearance;
import io.faceline.runtime.http.HttpAnswer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several corrections in one request. */
class CorrectionListTest {
    private static final String PATH = "/api/v1/corrections";

    private final JobServer server = new JobServer();
    private Appearance early;
    private Appearance late;

    @BeforeEach
    void watch() {
        server.people.add("lin", "Lin", server.ada.session());
        server.people.add("eve", "Eve", server.ada.session());
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), JobState.RUNNING, 0));
        var seen = new TestAppearances(server.ada.session(), "job-a");
        early = seen.of("lin", 2, 6);
        late = seen.of("lin", 20, 26);
        server.put(early);
        server.put(late);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void severalTracks_areCorrected_andAnsweredInTheirOrder() {
        var answer = put(item(late.id(), "\"not\":[\"lin\"]") + "," + item(early.id(), "\"person\":\"eve\""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/track").asText()).isEqualTo(late.id());
        assertThat(answer.json().at("/items/1/person").asText()).isEqualTo("eve");
        assertThat(server.ada(PATH).json().path("items")).hasSize(2);
        assertThat(people()).containsOnly("eve");
    }

    @Test
    void itemThatSaysNothing_takesBackWhatWasSaid() {
        put(item(early.id(), "\"not\":[\"lin\"]") + "," + item(late.id(), "\"not\":[\"lin\"]"));

        var answer = put(item(early.id(), "\"not\":[]") + "," + item(late.id(), "\"not\":[],\"person\":null"));

        assertThat(answer.json().path("items")).isEmpty();
        assertThat(server.ada(PATH).json().path("items")).isEmpty();
        assertThat(people()).containsOnly("lin");
    }

    @Test
    void nothingIsWritten_ifOneItemIsInvalid() {
        var valid = item(early.id(), "\"not\":[\"lin\"]");

        var ofNoTrack = put(valid + "," + item("job-a/99/0", "\"not\":[\"lin\"]"));
        var ofNobody = put(valid + "," + item(late.id(), "\"person\":\"nobody\""));
        var invalid = put(valid + "," + item(late.id(), "\"not\":[7]"));
        var twice = put(valid + "," + valid);

        assertThat(ofNoTrack.problem()).isEqualTo("404 NO_SUCH_TRACK");
        assertThat(ofNoTrack.text()).contains("items[1]: no video of yours has this track");
        assertThat(ofNobody.problem()).isEqualTo("404 NO_SUCH_PERSON");
        assertThat(invalid.problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(invalid.text()).contains("items[1]: it must be");
        assertThat(twice.text()).contains("items[1]: an earlier item is of the same track");
        assertThat(server.ada(PATH).json().path("items")).isEmpty();
    }

    @Test
    void tracksOfAnother_areNone() {
        var answer = server.asBob().putJson(PATH, "{\"items\":[%s]}".formatted(item(early.id(), "\"not\":[\"lin\"]")));

        assertThat(answer.problem()).isEqualTo("404 NO_SUCH_TRACK");
    }

    @Test
    void thousandTracks_fitIntoOneRequest_andNoMore() {
        assertThat(put(live(0, 1000)).json().path("items")).hasSize(1000);

        assertThat(put(live(1000, 1001)).problem()).isEqualTo("409 TOO_MANY_CORRECTIONS");
        assertThat(put(live(1000, 1001) + "," + item("webcam-1/7/0", "\"not\":[]"))
                        .status())
                .isEqualTo(200);
        assertThat(put(live(0, 1001)).problem()).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void severalTracks_areTakenBack_byDelete() {
        put(live(0, 3));

        var answer = server.asAda().delete(PATH + "?track=webcam-1/0/0&track=webcam-1/2/0&track=webcam-1/9/0");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(server.ada(PATH).json().path("items")).hasSize(1);
        assertThat(server.ada(PATH).json().at("/items/0/track").asText()).isEqualTo("webcam-1/1/0");
    }

    @Test
    void moreTracksThanAUrlHolds_areRefused() {
        var tracks = IntStream.rangeClosed(0, 50)
                .mapToObj("track=webcam-1/%d/0"::formatted)
                .collect(Collectors.joining("&"));

        var answer = server.asAda().delete(PATH + "?" + tracks);

        assertThat(answer.problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(answer.text()).contains("PUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[]}",
                "{\"items\":{}}",
                "{\"items\":null}",
                "{\"items\":[[]]}",
                "{\"items\":[{\"track\":\"webcam-1/0/0\"}]}",
                "{\"items\":[{\"track\":\"webcam-1/0/0\",\"not\":\"lin\"}]}",
                "{\"items\":[{\"track\":\"webcam-1/0/0\",\"not\":[\"lin\"]}],\"track\":\"webcam-1/0/0\"}"
            })
    void bodyThatIsNoList_isRefused(String body) {
        assertThat(server.asAda().putJson(PATH, body).problem()).isEqualTo("400 BAD_REQUEST");
    }

    private HttpAnswer put(String items) {
        return server.asAda().putJson(PATH, "{\"items\":[" + items + "]}");
    }

    private static String item(String track, String said) {
        return "{\"track\":\"%s\",%s}".formatted(track, said);
    }

    /** Items of tracks of a live source with these numbers. */
    private static String live(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> item("webcam-1/" + number + "/0", "\"not\":[\"lin\"]"))
                .collect(Collectors.joining(","));
    }

    private Iterable<String> people() {
        return server.ada("/api/v1/jobs/job-a/people").json().findValuesAsText("id").stream()
                .distinct()
                .toList();
    }
}
