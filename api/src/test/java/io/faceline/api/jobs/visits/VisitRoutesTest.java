package io.faceline.api.jobs.visits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.api.TestJobs;
import io.faceline.api.TestPeople;
import io.faceline.api.jobs.JobServer;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.VideoFile;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitRoutesTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String VISITS = "/api/v1/jobs/job-a/visits";

    private final JobServer server = new JobServer();
    private final TestAppearances inA = new TestAppearances(server.ada.session(), "job-a");
    private final TestAppearances inB = new TestAppearances(server.ada.session(), "job-b");

    @BeforeEach
    void watch() {
        server.people.add("lin", "Lin", server.ada.session());
        server.people.add("eve", "=Eve", server.ada.session());
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), JobState.DONE, 500));
        server.jobs.put(TestJobs.job("job-b", server.ada.session(), JobState.DONE, 500));
        server.put(inA.of("lin", 2, 6));
        server.put(inA.of("lin", 12, 14.4));
        server.put(inA.of("eve", 5, 13));
        server.put(inA.ofUnknown("somebody", 40, 41));
        server.put(inA.ofUnknown("somebody", 60, 62));
        server.put(inA.perhaps("eve", 80, 81));
        server.put(inB.of("lin", 1, 3));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void appearancesThatAreNear_areOneVisit() {
        assertThat(spans(VISITS + "?person=lin")).containsExactly("2000-14400");
        assertThat(spans(VISITS + "?person=lin&gap=5.9")).containsExactly("2000-6000", "12000-14400");
        assertThat(spans(VISITS + "?person=lin&gap=6")).containsExactly("2000-14400");
    }

    @Test
    void visit_saysHowItIsKnown() {
        var visit = server.ada(VISITS + "?person=lin").json().at("/items/0");

        assertThat(visit.at("/person/name").asText()).isEqualTo("Lin");
        assertThat(visit.path("decision").asText()).isEqualTo("match");
        assertThat(visit.path("frames").asInt()).isEqualTo(34);
        assertThat(visit.path("seconds").asDouble()).isEqualTo(12.4);
        assertThat(visit.path("similarity").asDouble()).isEqualTo(0.7);
        assertThat(visit.path("appearances")).hasSize(2);
        assertThat(visit.at("/appearances/1/from/millis").asLong()).isEqualTo(12_000);
        assertThat(visit.at("/appearances/1/matches").asInt()).isEqualTo(3);
        assertThat(visit.at("/appearances/1/threshold").asDouble()).isEqualTo(0.46);
        assertThat(server.ada(visit.at("/bestShot/url").asText()).status()).isEqualTo(200);
    }

    @Test
    void others_areThoseInViewMeanwhile_notInTheGapBetween() {
        var visit = server.ada(VISITS + "?person=lin").json().at("/items/0");

        assertThat(visit.path("others")).hasSize(1);
        assertThat(visit.at("/others/0/person/id").asText()).isEqualTo("eve");
        assertThat(visit.at("/others/0/spans").toString())
                .isEqualTo("[{\"from\":5.0,\"to\":6.0},{\"from\":12.0,\"to\":13.0}]");
        assertThat(visit.at("/others/0/seconds").asDouble()).isEqualTo(2);
    }

    @Test
    void together_isAtLeastTheOverlap_exactAtBothEnds() {
        assertThat(spans("/api/v1/visits?person=lin&with=eve")).containsExactly("2000-14400");
        assertThat(spans("/api/v1/visits?person=lin&with=eve&overlap=2")).containsExactly("2000-14400");
        assertThat(spans("/api/v1/visits?person=lin&with=eve&overlap=2.1")).isEmpty();
        assertThat(spans("/api/v1/visits?person=eve&decision=uncertain&with=lin"))
                .isEmpty();
    }

    @Test
    void visitsOfAllJobs_areTheCallersOwn() {
        server.people.add("bob", "Bob", server.bob.session());
        server.jobs.put(TestJobs.job("job-c", server.bob.session(), JobState.DONE, 500));
        server.put(new TestAppearances(server.bob.session(), "job-c").of("bob", 1, 2));

        assertThat(server.ada("/api/v1/visits?person=lin").json().findValuesAsText("title"))
                .containsExactly("title of job-a", "title of job-b");
        assertThat(server.ada("/api/v1/visits?job=job-b").json().path("items")).hasSize(1);
        assertThat(server.ada("/api/v1/visits?job=job-c").json().path("items")).isEmpty();
        assertThat(server.bob("/api/v1/visits").json().path("items")).hasSize(1);
        assertThat(server.admin("/api/v1/visits").json().path("items")).hasSize(7);
        assertThat(server.bob(VISITS).problem()).isEqualTo("404 NO_SUCH_JOB");
    }

    @Test
    void unknownPeople_areNumbered_asAmongThePeople() {
        var items = server.ada(VISITS + "?decision=unknown").json().path("items");

        assertThat(items).hasSize(2);
        assertThat(items.findValuesAsText("unknown")).containsOnly("1");
        assertThat(items.at("/0/person").isNull()).isTrue();
        assertThat(items.at("/0/similarity").isNull()).isTrue();
    }

    @Test
    void visits_areSorted_andFiltered() {
        assertThat(spans(VISITS + "?sort=duration")).startsWith("2000-14400", "5000-13000");
        assertThat(spans(VISITS + "?sort=similarity")).endsWith("40000-41000", "60000-62000");
        assertThat(spans(VISITS + "?sort=person")).startsWith("5000-13000", "2000-14400", "80000-81000");
        assertThat(spans(VISITS + "?minSeconds=2")).containsExactly("2000-14400", "5000-13000", "60000-62000");
        assertThat(spans(VISITS + "?decision=match&decision=unknown")).hasSize(4);
    }

    @Test
    void pages_followEachOther() {
        var first = server.ada(VISITS + "?limit=3").json();
        var second = server.ada(VISITS + "?limit=3&cursor=" + first.path("next").asText())
                .json();

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(server.ada(VISITS + "?limit=3&cursor=bm9uZQ").problem()).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void csv_hasALineForEachVisit_withoutFormulas() throws Exception {
        var answer = server.ada(VISITS + "?format=csv");

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"job-a.csv\"");
        var lines = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.text()))
                .getRecords();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).toMap())
                .containsEntry("name", "Lin")
                .containsEntry("from_ms", "2000")
                .containsEntry("to_ms", "14400")
                .containsEntry("seconds", "12.400")
                .containsEntry("matches", "6")
                .containsEntry("others", "'=Eve");
        assertThat(lines.get(1).get("name")).isEqualTo("'=Eve");
    }

    @Test
    void momentsHaveTheFilmsFrames_andTheTimeOfDay_withoutDrift() {
        var rate = 30_000.0 / 1001;
        var file = new VideoFile(HASH, Instant.parse("2026-05-04T11:00:00Z"), 0.5, rate);
        var job = TestJobs.job("job-a", server.ada.session(), JobState.DONE, 500);
        server.jobs.put(job.with(job.requireVideo().of(file), Instant.EPOCH));
        var position = 0.5 + 107_892 / rate;
        server.put(inA.of("lin", position, position));

        var visits = server.ada(VISITS + "?person=lin").json().path("items");
        var last = visits.get(visits.size() - 1);

        assertThat(last.at("/from/frame").asLong()).isEqualTo(107_892);
        assertThat(last.at("/from/millis").asLong()).isEqualTo(3_600_496);
        assertThat(last.at("/from/time").asText()).isEqualTo("2026-05-04T11:59:59.996Z");
        assertThat(last.at("/job/sha256").asText()).isEqualTo(HASH);
    }

    @Test
    void personIsFoundUnderTheNameOfNow_mergedSince() {
        server.people.add("ada", "Ada", server.ada.session());
        server.people.put(PersonBuilder.person("lin", "Lin")
                .session(server.ada.session())
                .mergedInto(new PersonId("ada"))
                .build());

        assertThat(server.ada(VISITS + "?person=ada")
                        .json()
                        .at("/items/0/person/name")
                        .asText())
                .isEqualTo("Ada");
        assertThat(spans(VISITS + "?person=lin")).hasSize(1);
    }

    @Test
    void visitOfSomebodyDeleted_isOfNobody() {
        server.people.put(Person.deleted(new PersonId("eve"), server.ada.session(), TestPeople.THEN));

        var answer = server.ada(VISITS);

        assertThat(answer.text()).doesNotContain("eve").doesNotContain("Eve");
        assertThat(spans(VISITS + "?person=eve")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gap=-1",
                "gap=x",
                "gap=NaN",
                "overlap=-2",
                "minSeconds=1e9",
                "sort=name",
                "decision=MATCH",
                "format=xml",
                "limit=0",
                "cursor=%00",
                "person=",
                "with=%0A"
            })
    void anotherParameter_isRefused(String parameter) {
        assertThat(server.ada(VISITS + "?" + parameter).problem()).isEqualTo("400 BAD_REQUEST");
    }

    private List<String> spans(String path) {
        return StreamSupport.stream(server.ada(path).json().path("items").spliterator(), false)
                .map(VisitRoutesTest::span)
                .toList();
    }

    private static String span(JsonNode visit) {
        return visit.at("/from/millis").asLong() + "-" + visit.at("/to/millis").asLong();
    }
}
