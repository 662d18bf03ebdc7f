package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestAnswers;
import io.faceline.api.TestJobs;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobProgressTest {
    private final JobProgress progress = new JobProgress(Duration.ofHours(24));
    private Instant now = TestAnswers.answeredAt(0);

    private static Job job(JobState state, long frames) {
        return TestJobs.job("job-a", new SessionId("ada"), state, frames);
    }

    @Test
    void speedAndTimeLeftAreTold_ofARunningJob() {
        for (var sequence = 0; sequence <= 50; sequence++) {
            progress.answered(sequence, TestAnswers.answeredAt(sequence));
        }

        var event = progress.of(job(JobState.RUNNING, 40), TestAnswers.answeredAt(50));

        assertThat(event.path("frames").asLong()).isEqualTo(51);
        assertThat(event.path("framesExpected").asLong()).isEqualTo(100);
        assertThat(event.path("framesPerSecondNow").asDouble()).isEqualTo(5.1);
        assertThat(event.path("secondsLeft").asLong()).isEqualTo(10);
    }

    @Test
    void nothingIsGuessed_noFramesYet() {
        var event = progress.of(job(JobState.QUEUED, 0), now);

        assertThat(event.path("framesPerSecondNow").isNull()).isTrue();
        assertThat(event.path("secondsLeft").isNull()).isTrue();
    }

    @Test
    void nothingIsLeft_jobHasEnded() {
        var event = progress.of(job(JobState.DONE, 90), now);

        assertThat(event.path("frames").asLong()).isEqualTo(90);
        assertThat(event.path("secondsLeft").asLong(-1)).isZero();
    }

    @Test
    void newsAreToldOnceASecond_andAChangeOfStateAtOnce() {
        assertThat(progress.due(job(JobState.QUEUED, 0), now)).isPresent();
        assertThat(progress.due(job(JobState.QUEUED, 0), now)).isEmpty();
        assertThat(progress.due(job(JobState.RUNNING, 0), now)).isPresent();
        assertThat(progress.due(job(JobState.RUNNING, 5), now)).isEmpty();

        now = now.plusSeconds(1);

        assertThat(progress.due(job(JobState.RUNNING, 5), now)).isPresent();
        now = now.plusSeconds(1);
        assertThat(progress.due(job(JobState.RUNNING, 5), now)).isEmpty();
    }
}
