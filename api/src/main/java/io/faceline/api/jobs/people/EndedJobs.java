package io.faceline.api.jobs.people;

import io.faceline.contracts.job.Job;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Answers requests about a job, those about one that has just ended once the rest of it is read. */
public final class EndedJobs {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final JobPeople people;
    private final Executor waiting;

    /** @param waiting runs what waits for Kafka; rejects tasks beyond its capacity */
    public EndedJobs(JobPeople people, Executor waiting) {
        this.people = people;
        this.waiting = waiting;
    }

    public void answer(Job job, Context context, Runnable answer) {
        if (!people.isEnding(job)) {
            answer.run();
            return;
        }
        context.future(() -> {
            try {
                return CompletableFuture.runAsync(() -> people.awaitEnd(job), waiting)
                        .thenRun(answer);
            } catch (RejectedExecutionException e) {
                throw busy();
            }
        });
    }

    static ProblemException busy() {
        return ProblemException.later(503, "BUSY", "too many jobs are being read; try again in a moment", RETRY_AFTER);
    }
}
