package io.faceline.api.jobs.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestAnswers;
import io.faceline.api.TestJobs;
import io.faceline.api.TestPeople;
import io.faceline.api.jobs.JobServer;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.VideoFile;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.SourceTracking;
import io.faceline.tracking.video.VideoPeople;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobPeopleRoutesTest {
    private static final String PEOPLE = "/api/v1/jobs/job-a/people";

    private final JobServer server = new JobServer();
    private final SourceTracking tracking = new SourceTracking(SourceTracking.State.EMPTY);
    private long sequence;

    @BeforeEach
    void watch() {
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), JobState.DONE, 5));
        server.people.add("lin", "Lin", server.ada.session());
        for (var frame = 0; frame < 5; frame++) {
            see(TestAnswers.match(0, 2, "lin"), TestAnswers.unknown(1, 7));
        }
    }

    private void see(MatchedFace... faces) {
        var match = TestAnswers.match(server.ada.session(), "job-a", sequence++, faces);
        server.frames.answer(match);
        var unused = tracking.accept(new AnsweredFrame(match, Optional.of(TestAnswers.embeddings(match))));
        new VideoPeople()
                .appearances(tracking.open(), tracking.thresholds().orElseThrow())
                .forEach(server::put);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void peopleAreNamed_withAppearancesAndShots() {
        var answer = server.ada(PEOPLE).json();

        assertThat(answer.path("isComplete").asBoolean()).isTrue();
        assertThat(answer.path("frames").asInt()).isEqualTo(5);
        assertThat(answer.path("faces").asInt()).isEqualTo(10);
        assertThat(answer.at("/people/0/person").toString())
                .isEqualTo("{\"id\":\"lin\",\"name\":\"Lin\",\"scope\":\"session\"}");
        assertThat(answer.at("/people/0/appearances/0/from").asDouble()).isZero();
        assertThat(answer.at("/people/0/appearances/0/to").asDouble()).isBetween(0.79, 0.81);
        assertThat(answer.at("/people/0/bestSimilarity").asDouble()).isEqualTo(0.6);
        assertThat(answer.at("/unknown/0/number").asInt()).isEqualTo(1);
        assertThat(answer.at("/unknown/0/isToldApart").asBoolean()).isTrue();
        assertThat(answer.path("uncertain")).isEmpty();
    }

    @Test
    void shotIsAJpeg_keptInNoCache() {
        var url = server.ada(PEOPLE).json().at("/people/0/bestShot/url").asText();

        var shot = server.ada(url);

        assertThat(url).isEqualTo("/api/v1/jobs/job-a/shots/0-0?frame=0");
        assertThat(shot.status()).isEqualTo(200);
        assertThat(shot.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shot.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(server.bob(url).problem()).isEqualTo("404 NO_SUCH_JOB");
        assertThat(server.ada("/api/v1/jobs/job-a/shots/0-7").problem()).isEqualTo("404 NO_SUCH_SHOT");
    }

    @Test
    void shotIsADownload_thatNamesItsSource() {
        var job = TestJobs.job("job-a", server.ada.session(), JobState.DONE, 5);
        var hash = "ab".repeat(32);
        server.jobs.put(job.with(job.requireVideo().of(new VideoFile(hash, null, null, null)), job.changedAt()));
        var url = server.ada(PEOPLE).json().at("/people/0/bestShot/url").asText();

        var shot = server.ada(url + "&download");

        assertThat(server.ada(url).header("Source-Sha256")).isEqualTo(hash);
        assertThat(server.ada(url).body()).isEqualTo(TestPeople.JPEG);
        assertThat(shot.header("Source-Sha256")).isEqualTo(hash);
        assertThat(shot.header("Content-Disposition"))
                .startsWith("attachment; filename=\"title of job-a 0.00.00.000.jpg\"");
        assertThat(shot.text())
                .contains("Best shot by faceline from \"title of job-a\", SHA-256 " + hash + ", at 0 ms of it.");
        assertThat(server.bob(url + "&download").problem()).isEqualTo("404 NO_SUCH_JOB");
    }

    @Test
    void shotIsServed_whenNobodyAskedForPeopleBefore() {
        assertThat(server.ada("/api/v1/jobs/job-a/shots/0-0").status()).isEqualTo(200);
    }

    @Test
    void shotOfAnotherText_isNone() {
        for (var id : List.of("1", "a-b", "0-0-0", "99999999999999999999-0", "-1-0")) {
            assertThat(server.ada("/api/v1/jobs/job-a/shots/" + id).problem()).isEqualTo("404 NO_SUCH_SHOT");
        }
    }

    @Test
    void appearanceOfSomebodyDeleted_isOfNobody_andHasNoPicture() {
        var url = server.ada(PEOPLE).json().at("/people/0/bestShot/url").asText();

        server.people.put(Person.deleted(new PersonId("lin"), server.ada.session(), TestPeople.THEN));

        var answer = server.ada(PEOPLE).json();
        assertThat(answer.path("people")).isEmpty();
        assertThat(answer.path("unknown")).hasSize(2);
        assertThat(answer.toString()).doesNotContain("lin");
        assertThat(answer.at("/unknown/0/bestShot/url").isNull()).isTrue();
        assertThat(server.ada(url).problem()).isEqualTo("404 NO_SUCH_SHOT");
    }

    @Test
    void appearanceOfAnotherSession_isNotShown_underTheIdOfTheJob() {
        sequence = 0;
        var foreign = TestAnswers.match(server.bob.session(), "job-a", 9, TestAnswers.match(0, 4, "lin"));
        var other = new SourceTracking(SourceTracking.State.EMPTY);
        var unused = other.accept(new AnsweredFrame(foreign, Optional.of(TestAnswers.embeddings(foreign))));
        new VideoPeople()
                .appearances(other.open(), other.thresholds().orElseThrow())
                .forEach(server::put);

        assertThat(server.ada(PEOPLE).json().at("/people/0/appearances")).hasSize(1);
    }

    @Test
    void jobIsNotComplete_beforeTheNewestAppearanceIsRead() {
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), JobState.DONE, 6));

        assertThat(server.ada(PEOPLE).json().path("isComplete").asBoolean()).isFalse();
    }

    @Test
    void nameIsThatOfNow_personMergedSince() {
        server.people.add("ada", "Ada", server.ada.session());
        server.people.put(PersonBuilder.person("lin", "Lin")
                .session(server.ada.session())
                .mergedInto(new PersonId("ada"))
                .build());

        assertThat(server.ada(PEOPLE).json().at("/people/0/person/name").asText())
                .isEqualTo("Ada");
    }
}
