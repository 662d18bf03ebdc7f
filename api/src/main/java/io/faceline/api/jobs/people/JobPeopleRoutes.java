package io.faceline.api.jobs.people;

import io.faceline.api.jobs.JobRoutes;
import io.faceline.contracts.Blob;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;

/** {@code GET /api/v1/jobs/{id}/people}, and the shots that its answers name. */
public final class JobPeopleRoutes implements Routes {
    private final JobAccess asked;
    private final BiFunction<Job, JobVideo, JobSummary> seen;
    private final PersonNames names;
    private final Executor reading;
    private final BestShotCache shots = new BestShotCache();

    /**
     * @param seen who was seen in a job; may block for seconds
     * @param reading for what blocks; rejects what is too much
     */
    public JobPeopleRoutes(
            JobAccess asked, BiFunction<Job, JobVideo, JobSummary> seen, PersonNames names, Executor reading) {
        this.asked = asked;
        this.seen = seen;
        this.names = names;
        this.reading = reading;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(JobRoutes.ONE + "/people", this::people).get(JobRoutes.ONE + "/shots/{shot}", this::shot);
    }

    private void people(Context context) {
        var job = asked.visible(context.pathParam("id"), context);
        run(context, () -> JobRoutes.keepPrivate(context).json(JobPeopleView.of(job, seen(job), names)));
    }

    private void shot(Context context) {
        var job = asked.visible(context.pathParam("id"), context);
        var id = context.pathParam("shot");
        var known = shots.find(job.id(), id);
        if (known.isPresent()) {
            answer(context, known.get());
        } else {
            run(context, () -> answer(context, read(job, id)));
        }
    }

    private Blob read(Job job, String shot) {
        var unused = seen(job);
        return shots.find(job.id(), shot)
                .orElseThrow(() -> new ProblemException(
                        404, "NO_SUCH_SHOT", "the job has no such shot; its people say which there are"));
    }

    private static void answer(Context context, Blob crop) {
        JobRoutes.keepPrivate(context).contentType("image/jpeg").result(crop.inputStream());
    }

    private JobSummary seen(Job job) {
        var found = seen.apply(job, job.requireVideo());
        shots.add(job.id(), found);
        return found;
    }

    private void run(Context context, Runnable work) {
        context.future(() -> {
            try {
                return CompletableFuture.runAsync(work, reading);
            } catch (RejectedExecutionException e) {
                throw FollowedJobs.busy();
            }
        });
    }
}
