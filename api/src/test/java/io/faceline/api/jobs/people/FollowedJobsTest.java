package io.faceline.api.jobs.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.api.TestAnswers;
import io.faceline.api.TestJobs;
import io.faceline.api.TestTopics;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FollowedJobsTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SessionId ADA = new SessionId("ada");

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 2));
    private final TestTopics topics = new TestTopics(kafka);
    private final TestJobs jobs = new TestJobs();
    private Instant now = Instant.EPOCH;
    private final FollowedJobs followed = new FollowedJobs(kafka, jobs, () -> now);

    @AfterEach
    void close() {
        followed.close();
        topics.close();
    }

    private void answer(String job, long sequence) {
        topics.answer(TestAnswers.match(ADA, job, sequence, TestAnswers.match(0, 2, "lin")));
    }

    private JobSummary summary(String id) {
        var job = jobs.find(id).orElseThrow();
        return followed.summary(job, job.video());
    }

    private Job put(String id, JobState state, long frames, Long... lost) {
        return jobs.put(TestJobs.job(id, ADA, state, frames, lost));
    }

    @Test
    void whatWasSeenIsRemembered_jobHasEnded() {
        put("job-a", JobState.DONE, 4, 1L);
        answer("job-a", 0);
        answer("job-a", 2);
        answer("job-a", 3);
        answer("job-b", 0);

        var summary = summary("job-a");

        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.summary().frames()).isEqualTo(3);
        assertThat(summary.summary().people().get(0).person().value()).isEqualTo("lin");
        assertThat(summary.summary().people().get(0).bestShot().cropJpeg()).isNotNull();
        assertThat(followed.size()).isZero();
        assertThat(summary("job-a")).isSameAs(summary);
    }

    @Test
    void peopleAreThoseSoFar_untilTheJobEnds() {
        put("job-a", JobState.RUNNING, 1);
        answer("job-a", 0);

        assertThat(summary("job-a").summary().frames()).isEqualTo(1);
        assertThat(summary("job-a").isComplete()).isFalse();
        assertThat(followed.size()).isEqualTo(1);

        answer("job-a", 1);
        answer("job-a", 3);
        put("job-a", JobState.DONE, 4, 2L);

        await().atMost(SOON).untilAsserted(() -> {
            followed.maintain();
            assertThat(followed.size()).isZero();
        });
        assertThat(summary("job-a").summary().frames()).isEqualTo(3);
        assertThat(summary("job-a").isComplete()).isTrue();
    }

    @Test
    void readingEnds_nobodyAskedForAMinute() {
        put("job-a", JobState.RUNNING, 0);
        summary("job-a");
        now = now.plusSeconds(59);
        followed.maintain();
        assertThat(followed.size()).isEqualTo(1);

        now = now.plusSeconds(2);
        followed.maintain();

        assertThat(followed.size()).isZero();
    }

    @Test
    void deletedJobIsForgotten_readOrRemembered() {
        put("job-a", JobState.RUNNING, 0);
        put("job-b", JobState.DONE, 1);
        answer("job-b", 0);
        summary("job-a");
        var before = summary("job-b");

        jobs.put(jobs.find("job-a").orElseThrow().in(JobState.DELETED, now));
        jobs.put(jobs.find("job-b").orElseThrow().in(JobState.DELETED, now));
        followed.maintain();

        assertThat(followed.size()).isZero();
        put("job-b", JobState.DONE, 1);
        assertThat(summary("job-b")).isNotSameAs(before);
    }

    @Test
    void sessionsJobsAreForgotten_itEnds() {
        put("job-a", JobState.RUNNING, 0);
        put("job-b", JobState.DONE, 1);
        answer("job-b", 0);
        summary("job-a");
        var before = summary("job-b");

        followed.end(new SessionId("bob"));
        assertThat(summary("job-b")).isSameAs(before);
        assertThat(followed.size()).isEqualTo(1);
        followed.end(ADA);

        assertThat(followed.size()).isZero();
        assertThat(summary("job-b")).isNotSameAs(before);
    }

    @Test
    void oneMoreIsTooMany_asManyAsCanBeReadAreOpen() {
        for (var number = 0; number < FollowedJobs.MAX_FOLLOWED; number++) {
            put("job-" + number, JobState.RUNNING, 0);
            summary("job-" + number);
        }
        put("job-a", JobState.RUNNING, 0);

        assertThatThrownBy(() -> summary("job-a"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo("BUSY"));

        now = now.plusSeconds(100);
        followed.maintain();
        assertThat(summary("job-a").isComplete()).isFalse();
    }
}
