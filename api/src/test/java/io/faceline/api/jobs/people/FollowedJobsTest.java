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

    private JobSummary seen(String id) {
        var job = jobs.find(id).orElseThrow();
        return followed.seen(job, job.video());
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

        var seen = seen("job-a");

        assertThat(seen.isComplete()).isTrue();
        assertThat(seen.summary().frames()).isEqualTo(3);
        assertThat(seen.summary().people().get(0).person().value()).isEqualTo("lin");
        assertThat(seen.summary().people().get(0).bestShot().cropJpeg()).isNotNull();
        assertThat(followed.size()).isZero();
        assertThat(seen("job-a")).isSameAs(seen);
    }

    @Test
    void peopleAreThoseSoFar_untilTheJobEnds() {
        put("job-a", JobState.RUNNING, 1);
        answer("job-a", 0);

        assertThat(seen("job-a").summary().frames()).isEqualTo(1);
        assertThat(seen("job-a").isComplete()).isFalse();
        assertThat(followed.size()).isEqualTo(1);

        answer("job-a", 1);
        answer("job-a", 3);
        put("job-a", JobState.DONE, 4, 2L);

        await().atMost(SOON).untilAsserted(() -> {
            followed.tend();
            assertThat(followed.size()).isZero();
        });
        assertThat(seen("job-a").summary().frames()).isEqualTo(3);
        assertThat(seen("job-a").isComplete()).isTrue();
    }

    @Test
    void readingEnds_nobodyAskedForAMinute() {
        put("job-a", JobState.RUNNING, 0);
        seen("job-a");
        now = now.plusSeconds(59);
        followed.tend();
        assertThat(followed.size()).isEqualTo(1);

        now = now.plusSeconds(2);
        followed.tend();

        assertThat(followed.size()).isZero();
    }

    @Test
    void deletedJobIsForgotten_readOrRemembered() {
        put("job-a", JobState.RUNNING, 0);
        put("job-b", JobState.DONE, 1);
        answer("job-b", 0);
        seen("job-a");
        var before = seen("job-b");

        jobs.put(jobs.find("job-a").orElseThrow().in(JobState.DELETED, now));
        jobs.put(jobs.find("job-b").orElseThrow().in(JobState.DELETED, now));
        followed.tend();

        assertThat(followed.size()).isZero();
        put("job-b", JobState.DONE, 1);
        assertThat(seen("job-b")).isNotSameAs(before);
    }

    @Test
    void sessionsJobsAreForgotten_itEnds() {
        put("job-a", JobState.RUNNING, 0);
        put("job-b", JobState.DONE, 1);
        answer("job-b", 0);
        seen("job-a");
        var before = seen("job-b");

        followed.end(new SessionId("bob"));
        assertThat(seen("job-b")).isSameAs(before);
        assertThat(followed.size()).isEqualTo(1);
        followed.end(ADA);

        assertThat(followed.size()).isZero();
        assertThat(seen("job-b")).isNotSameAs(before);
    }

    @Test
    void oneMoreIsTooMany_asManyAsCanBeReadAreOpen() {
        for (var number = 0; number < FollowedJobs.MOST_READ; number++) {
            put("job-" + number, JobState.RUNNING, 0);
            seen("job-" + number);
        }
        put("job-a", JobState.RUNNING, 0);

        assertThatThrownBy(() -> seen("job-a")).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code())
                .isEqualTo("BUSY"));

        now = now.plusSeconds(100);
        followed.tend();
        assertThat(seen("job-a").isComplete()).isFalse();
    }
}
