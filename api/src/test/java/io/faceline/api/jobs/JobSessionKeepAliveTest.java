package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestJobs;
import io.faceline.api.TestMatcher;
import io.faceline.api.TestPeople;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobSessionKeepAliveTest {
    private static final Instant NOW = TestPeople.THEN;

    private final TestJobs jobs = new TestJobs();
    private final TestMatcher matcher = new TestMatcher(new TestPeople());

    @Test
    void sessionsAreKeptOnce_jobsUnfinishedOrSomebodyListens() {
        jobs.put(TestJobs.job("job-a", new SessionId("ada"), JobState.RUNNING, 0));
        jobs.put(TestJobs.job("job-b", new SessionId("ada"), JobState.QUEUED, 0));
        jobs.put(TestJobs.job("job-c", new SessionId("bob"), JobState.DONE, 0));
        jobs.put(TestJobs.job("job-d", new SessionId("cli"), JobState.RUNNING, TestPeople.THEN));

        keepAlive(new SessionId("eve"), new SessionId("ada")).run();

        assertThat(asked())
                .filteredOn(asked -> asked.until() == null)
                .extracting(asked -> asked.session().value())
                .containsExactlyInAnyOrder("ada", "eve");
    }

    @Test
    void sessionOfAKeptVideo_isKeptAsLong_andToldOnceThatItIsNotAnyMore() {
        var later = NOW.plusSeconds(60);
        jobs.put(kept("job-a", NOW.plusSeconds(30)));
        jobs.put(kept("job-b", later));
        jobs.put(kept("job-c", null));
        var keepAlive = keepAlive();

        keepAlive.run();
        keepAlive.run();
        assertThat(asked()).extracting(Change.KeepAlive::until).containsExactly(later, later);

        jobs.put(kept("job-b", null));
        keepAlive.run();
        assertThat(asked()).extracting(Change.KeepAlive::until).endsWith(NOW.plusSeconds(30));

        jobs.put(kept("job-a", null));
        keepAlive.run();
        keepAlive.run();
        assertThat(asked())
                .extracting(Change.KeepAlive::until)
                .containsExactly(later, later, NOW.plusSeconds(30), Instant.EPOCH);
    }

    /** It may have been kept until this process started. */
    @Test
    void sessionOfADeletedVideo_isToldAtTheStart() {
        jobs.put(TestJobs.job("job-a", new SessionId("ada"), JobState.DONE, 0).in(JobState.DELETED, NOW));

        keepAlive().run();

        assertThat(asked()).extracting(Change.KeepAlive::until).containsExactly(Instant.EPOCH);
    }

    private JobSessionKeepAlive keepAlive(SessionId... listening) {
        return new JobSessionKeepAlive(jobs, () -> List.of(listening), matcher, InstantSource.fixed(NOW));
    }

    private static Job kept(String id, @Nullable Instant until) {
        var job = TestJobs.job(id, new SessionId("ada"), JobState.DONE, 0);
        return job.with(job.requireVideo().kept(until), NOW);
    }

    private List<Change.KeepAlive> asked() {
        return matcher.asked().stream().map(Change.KeepAlive.class::cast).toList();
    }

    @Test
    void oftenEnough_whateverTheExpiry() {
        assertThat(JobSessionKeepAlive.interval(Duration.ofHours(24))).isEqualTo(Duration.ofMinutes(10));
        assertThat(JobSessionKeepAlive.interval(Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(2));
    }
}
