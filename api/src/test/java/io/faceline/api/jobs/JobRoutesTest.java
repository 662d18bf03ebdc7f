package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestJobs;
import io.faceline.api.TestPeople;
import io.faceline.contracts.job.JobState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRoutesTest {
    private final JobServer server = new JobServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void put(String id, JobState state, int second) {
        var at = TestPeople.THEN.plusSeconds(second);
        server.jobs.put(TestJobs.job(id, server.ada.session(), state, at)
                .with(TestJobs.job("x", server.ada.session(), state, 10).video(), at));
    }

    @Test
    void newestComeFirst_inParts() {
        put("job-a", JobState.DONE, 1);
        put("job-b", JobState.RUNNING, 3);
        put("job-c", JobState.DONE, 2);
        put("job-d", JobState.DONE, 2);

        assertThat(ids("/api/v1/jobs")).containsExactly("job-b", "job-c", "job-d", "job-a");
        var first = server.ada("/api/v1/jobs?limit=2");
        var second = server.ada(
                "/api/v1/jobs?limit=2&cursor=" + first.json().path("next").asText());
        assertThat(first.json().findValuesAsText("id")).containsExactly("job-b", "job-c");
        assertThat(second.json().findValuesAsText("id")).containsExactly("job-d", "job-a");
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void onlyTheAskedState_isListed() {
        put("job-a", JobState.DONE, 1);
        put("job-b", JobState.RUNNING, 3);

        assertThat(ids("/api/v1/jobs?state=RUNNING")).containsExactly("job-b");
        assertThat(ids("/api/v1/jobs?state=failed")).isEmpty();
    }

    @Test
    void jobIsShown_asItsOwnerSeesIt() {
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), JobState.RUNNING, 30, 7L));

        var job = server.ada("/api/v1/jobs/job-a").json();

        assertThat(job.path("state").asText()).isEqualTo("RUNNING");
        assertThat(job.path("frames").asLong()).isEqualTo(30);
        assertThat(job.path("framesExpected").asLong()).isEqualTo(100);
        assertThat(job.path("lost").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotTheCallers_isAsIfThereNeverWasOne() {
        put("job-a", JobState.DONE, 1);
        server.jobs.put(TestJobs.job("job-cli", server.ada.session(), JobState.DONE, TestPeople.THEN));
        server.jobs.put(TestJobs.job("job-gone", server.ada.session(), JobState.DELETED, TestPeople.THEN));

        for (var route : List.of("", "/people", "/shots/1-2-3", "/results", "/events")) {
            assertThat(server.bob("/api/v1/jobs/job-a" + route).problem()).isEqualTo("404 NO_SUCH_JOB");
            assertThat(server.ada("/api/v1/jobs/job-cli" + route).problem()).isEqualTo("404 NO_SUCH_JOB");
            assertThat(server.ada("/api/v1/jobs/job-gone" + route).problem()).isEqualTo("404 NO_SUCH_JOB");
            assertThat(server.ada("/api/v1/jobs/never" + route).problem()).isEqualTo("404 NO_SUCH_JOB");
            assertThat(server.nobody("/api/v1/jobs/job-a" + route).problem()).isEqualTo("401 NO_SESSION");
        }
        assertThat(server.nobody("/api/v1/jobs").problem()).isEqualTo("401 NO_SESSION");
        assertThat(server.bob("/api/v1/jobs").json().path("items")).isEmpty();
        assertThat(ids("/api/v1/jobs")).containsExactly("job-a");
        assertThat(server.admin("/api/v1/jobs").json().findValuesAsText("id")).containsExactly("job-a");
        assertThat(server.admin("/api/v1/jobs/job-a").status()).isEqualTo(200);
    }

    @Test
    void wrongParameters_areNamed() {
        for (var query :
                List.of("state=DELETED", "state=x", "limit=0", "limit=201", "limit=x", "cursor=x", "cursor=eAB5")) {
            var answer = server.ada("/api/v1/jobs?" + query);
            assertThat(answer.problem()).as(query).isEqualTo("400 BAD_REQUEST");
            assertThat(answer.text()).contains(query.substring(0, query.indexOf('=')) + " must be");
        }
    }

    private List<String> ids(String path) {
        return server.ada(path).json().findValuesAsText("id");
    }
}
