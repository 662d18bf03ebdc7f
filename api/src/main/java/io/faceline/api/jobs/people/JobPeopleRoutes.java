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

/** {@code GET /api/v1/jobs/{id}/people} and {@code GET /api/v1/jobs/{id}/shots/{shot}}. */
public final class JobPeopleRoutes implements Routes {
    private final JobAccess access;
    private final BiFunction<Job, JobVideo, JobSummary> summaries;
    private final PersonNames names;
    private final Executor reading;
    private final BestShotCache shots = new BestShotCache();

    /**
     * @param summaries the people of a job; may block for seconds
     * @param reading runs the blocking work; rejects tasks beyond its capacity
     */
    public JobPeopleRoutes(
            JobAccess access, BiFunction<Job, JobVideo, JobSummary> summaries, PersonNames names, Executor reading) {
        this.access = access;
        this.summaries = summaries;
        this.names = names;
        this.reading = reading;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(JobRoutes.ONE + "/people", this::people).get(JobRoutes.ONE + "/shots/{shot}", this::shot);
    }

    private void people(Context context) {
        var job = access.visible(context.pathParam("id"), context);
        var shown = names.listing(access.requireSomebody(context).seesSharedGallery());
        run(context, () -> JobRoutes.keepPrivate(context).json(JobPeopleView.of(job, summary(job), shown)));
    }

    private void shot(Context context) {
        var job = access.visible(context.pathParam("id"), context);
        var id = context.pathParam("shot");
        var known = shots.find(job.id(), id);
        if (known.isPresent()) {
            answer(context, known.get());
        } else {
            run(context, () -> answer(context, read(job, id)));
        }
    }

    private Blob read(Job job, String shot) {
        var unused = summary(job);
        return shots.find(job.id(), shot)
                .orElseThrow(() -> new ProblemException(
                        404, "NO_SUCH_SHOT", "the job has no shot with this id; GET its people for the ids"));
    }

    private static void answer(Context context, Blob crop) {
        JobRoutes.keepPrivate(context).contentType("image/jpeg").result(crop.inputStream());
    }

    private JobSummary summary(Job job) {
        var found = summaries.apply(job, job.requireVideo());
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
