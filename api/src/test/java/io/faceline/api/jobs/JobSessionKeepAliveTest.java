package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestJobs;
import io.faceline.api.TestMatcher;
import io.faceline.api.TestPeople;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.JobState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSessionKeepAliveTest {
    private final TestJobs jobs = new TestJobs();
    private final TestMatcher matcher = new TestMatcher(new TestPeople());

    @Test
    void sessionsAreKeptOnce_jobsUnfinishedOrSomebodyListens() {
        jobs.put(TestJobs.job("job-a", new SessionId("ada"), JobState.RUNNING, 0));
        jobs.put(TestJobs.job("job-b", new SessionId("ada"), JobState.QUEUED, 0));
        jobs.put(TestJobs.job("job-c", new SessionId("bob"), JobState.DONE, 0));
        jobs.put(TestJobs.job("job-d", new SessionId("cli"), JobState.RUNNING, TestPeople.THEN));

        new JobSessionKeepAlive(jobs, () -> List.of(new SessionId("eve"), new SessionId("ada")), matcher).run();

        assertThat(matcher.asked()).allMatch(Change.KeepAlive.class::isInstance);
        assertThat(matcher.asked())
                .extracting(change -> change.session().value())
                .containsExactlyInAnyOrder("ada", "eve");
    }

    @Test
    void oftenEnough_whateverTheExpiry() {
        assertThat(JobSessionKeepAlive.interval(Duration.ofHours(24))).isEqualTo(Duration.ofMinutes(10));
        assertThat(JobSessionKeepAlive.interval(Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(2));
    }
}
