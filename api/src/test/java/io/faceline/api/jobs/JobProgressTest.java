package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.api.TestAnswers;
import io.faceline.api.TestJobs;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.serde.Mappers;
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

        assertThat(event.job().frames()).isEqualTo(51);
        assertThat(event.job().framesExpected()).isEqualTo(100);
        assertThat(event.framesPerSecondNow()).isEqualTo(5.1);
        assertThat(event.secondsLeft()).isEqualTo(10);
    }

    @Test
    void nothingIsGuessed_noFramesYet() {
        var event = progress.of(job(JobState.QUEUED, 0), now);

        assertThat(event.framesPerSecondNow()).isNull();
        assertThat(event.secondsLeft()).isNull();
    }

    @Test
    void nothingIsLeft_jobHasEnded() {
        var event = progress.of(job(JobState.DONE, 90), now);

        assertThat(event.job().frames()).isEqualTo(90);
        assertThat(event.secondsLeft()).isZero();
    }

    @Test
    void told_isWrittenAsEver() throws JsonProcessingException {
        progress.answered(0, TestAnswers.answeredAt(0));
        progress.answered(1, TestAnswers.answeredAt(1));

        assertThat(json(progress.of(job(JobState.RUNNING, 1), TestAnswers.answeredAt(50))))
                .isEqualTo("""
                        {"id":"job-a","session":"ada","state":"RUNNING","title":"title of job-a",\
                        "mediaType":"video/mp4","bytes":1000,"duration":20.0,"framesPerSecond":5.0,\
                        "frames":2,"framesExpected":100,"lost":0,"error":null,\
                        "startedAt":"2026-01-02T03:04:05Z","changedAt":"2026-01-02T03:04:05Z",\
                        "expiresAt":null,"file":null,"rematchOf":null,"keptUntil":null,\
                        "framesPerSecondNow":0.2,"secondsLeft":490}""");
        assertThat(json(progress.of(job(JobState.DONE, 90), now))).isEqualTo("""
                        {"id":"job-a","session":"ada","state":"DONE","title":"title of job-a",\
                        "mediaType":"video/mp4","bytes":1000,"duration":20.0,"framesPerSecond":5.0,\
                        "frames":90,"framesExpected":90,"lost":0,"error":null,\
                        "startedAt":"2026-01-02T03:04:05Z","changedAt":"2026-01-02T03:04:05Z",\
                        "expiresAt":"2026-01-03T03:04:05Z","file":null,"rematchOf":null,"keptUntil":null,\
                        "framesPerSecondNow":null,"secondsLeft":0}""");
    }

    private static String json(Object told) throws JsonProcessingException {
        return Mappers.JSON.writeValueAsString(told);
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
