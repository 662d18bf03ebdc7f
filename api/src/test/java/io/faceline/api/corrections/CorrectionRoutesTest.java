package io.faceline.api.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestJobs;
import io.faceline.api.TestPeople;
import io.faceline.api.jobs.JobServer;
import io.faceline.api.jobs.visits.TestAppearances;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.track.Appearance;
import io.faceline.runtime.http.HttpAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionRoutesTest {
    private static final String PATH = "/api/v1/corrections";
    private static final String PEOPLE = "/api/v1/jobs/job-a/people";

    private final JobServer server = new JobServer();
    private Appearance lin;
    private Appearance stranger;

    @BeforeEach
    void watch() {
        server.people.add("lin", "Lin", server.ada.session());
        server.people.add("eve", "Eve", server.ada.session());
        server.people.add("bob", "Bob", server.bob.session());
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), JobState.RUNNING, 0));
        var seen = new TestAppearances(server.ada.session(), "job-a");
        lin = seen.of("lin", 2, 6);
        stranger = seen.ofUnknown("somebody", 10, 12);
        server.put(lin);
        server.put(stranger);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void notThisPerson_takesTheNameOff_andItCanBeTakenBack() {
        assertThat(put("{\"track\":\"%s\",\"not\":[\"lin\"]}".formatted(lin.id()))
                        .status())
                .isEqualTo(200);

        assertThat(server.ada(PEOPLE).json().path("people")).isEmpty();
        assertThat(server.ada(PEOPLE).json().path("unknown")).hasSize(2);
        assertThat(server.ada(PATH).json().at("/items/0/not/0").asText()).isEqualTo("lin");

        assertThat(server.asAda().delete(PATH + "?track=" + lin.id()).status()).isEqualTo(204);
        assertThat(server.ada(PEOPLE).json().at("/people/0/person/id").asText()).isEqualTo("lin");
        assertThat(server.ada(PATH).json().path("items")).isEmpty();
        assertThat(server.asAda().delete(PATH + "?track=" + lin.id()).status()).isEqualTo(204);
    }

    @Test
    void unknownPerson_isNamed() {
        assertThat(put("{\"track\":\"%s\",\"person\":\"eve\"}".formatted(stranger.id()))
                        .status())
                .isEqualTo(200);

        var eve = server.ada(PEOPLE).json().at("/people/1");
        assertThat(eve.at("/person/name").asText()).isEqualTo("Eve");
        assertThat(eve.path("bestSimilarity").isNull()).isTrue();
        assertThat(server.ada("/api/v1/visits?person=eve")
                        .json()
                        .at("/items/0/similarity")
                        .isNull())
                .isTrue();
    }

    @Test
    void nameGivenByHand_isGone_withThePerson() {
        put("{\"track\":\"%s\",\"person\":\"eve\"}".formatted(stranger.id()));

        server.people.put(Person.deleted(new PersonId("eve"), server.ada.session(), TestPeople.THEN));

        assertThat(server.ada(PEOPLE).text()).doesNotContain("eve");
        assertThat(server.ada(PATH).json().path("items")).isEmpty();
    }

    @Test
    void trackOfAnother_isNone() {
        var answer = server.asBob().putJson(PATH, "{\"track\":\"%s\",\"not\":[\"lin\"]}".formatted(lin.id()));

        assertThat(answer.problem()).isEqualTo("404 NO_SUCH_TRACK");
        assertThat(put("{\"track\":\"job-a/99/0\",\"not\":[\"lin\"]}").problem())
                .isEqualTo("404 NO_SUCH_TRACK");
        assertThat(put("{\"track\":\"%s\",\"person\":\"bob\"}".formatted(stranger.id()))
                        .problem())
                .isEqualTo("404 NO_SUCH_PERSON");
    }

    @Test
    void trackOfALiveSource_isTakenUnseen() {
        assertThat(put("{\"track\":\"webcam-1/5/0\",\"not\":[\"lin\"]}").status())
                .isEqualTo(200);
    }

    @Test
    void corrections_areBounded() {
        for (var number = 0; number < 1000; number++) {
            assertThat(put("{\"track\":\"webcam-1/%d/0\",\"not\":[\"lin\"]}".formatted(number))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(put("{\"track\":\"webcam-1/1000/0\",\"not\":[\"lin\"]}").problem())
                .isEqualTo("409 TOO_MANY_CORRECTIONS");
        assertThat(put("{\"track\":\"webcam-1/7/0\",\"not\":[\"eve\"]}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"track\":5,\"not\":[\"lin\"]}",
                "{\"track\":\"job-a/0/0\"}",
                "{\"track\":\"job-a/0/0\",\"not\":[]}",
                "{\"track\":\"job-a/0/0\",\"not\":[7]}",
                "{\"track\":\"job-a\",\"not\":[\"lin\"]}",
                "{\"track\":\"/0/0\",\"not\":[\"lin\"]}",
                "{\"track\":\"job-a/0/0\",\"not\":[\"lin\"],\"person\":\"lin\"}"
            })
    void bodyThatSaysNothing_isRefused(String body) {
        assertThat(put(body).problem()).isEqualTo("400 BAD_REQUEST");
    }

    private HttpAnswer put(String body) {
        return server.asAda().putJson(PATH, body);
    }
}
