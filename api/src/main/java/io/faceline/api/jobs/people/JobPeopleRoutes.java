package io.faceline.api.jobs.people;

import io.faceline.api.jobs.JobRoutes;
import io.faceline.contracts.Blob;
import io.faceline.contracts.job.Job;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.PersonNames;
import io.faceline.web.view.VideoExtract;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** {@code GET /api/v1/jobs/{id}/people} and {@code GET /api/v1/jobs/{id}/shots/{shot}}. */
public final class JobPeopleRoutes implements Routes {
    private final JobAccess access;
    private final JobPeople people;
    private final PersonNames names;
    private final Executor reading;
    private final EndedJobs ended;

    /** @param reading runs what waits for Kafka; rejects tasks beyond its capacity */
    public JobPeopleRoutes(JobAccess access, JobPeople people, PersonNames names, Executor reading) {
        this.access = access;
        this.people = people;
        this.names = names;
        this.reading = reading;
        this.ended = new EndedJobs(people, reading);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(JobRoutes.ONE + "/people", this::people).get(JobRoutes.ONE + "/shots/{shot}", this::shot);
    }

    private void people(Context context) {
        var job = access.visible(context.pathParam("id"), context);
        var shown = names.listing(access.requireSomebody(context).seesSharedGallery());
        var unused = job.requireVideo();
        ended.answer(job, context, () -> JobRoutes.keepPrivate(context)
                .json(JobPeopleView.of(job, people.of(job), shown, seen -> people.hasPicture(job, seen))));
    }

    private void shot(Context context) {
        var job = access.visible(context.pathParam("id"), context);
        var shot = ShotId.parse(context.pathParam("shot"), job);
        context.future(() -> {
            try {
                return CompletableFuture.supplyAsync(() -> read(job, shot), reading)
                        .thenAccept(crop -> answer(context, job, shot, crop));
            } catch (RejectedExecutionException e) {
                throw EndedJobs.busy();
            }
        });
    }

    private Blob read(Job job, String appearance) {
        try {
            return people.picture(job, appearance)
                    .orElseThrow(() -> new ProblemException(
                            404, "NO_SUCH_SHOT", "the job has no shot with this id; GET its people for the ids"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private void answer(Context context, Job job, String appearance, Blob crop) {
        JobRoutes.keepPrivate(context).contentType("image/jpeg");
        var hash = VideoExtract.hash(job);
        hash.ifPresent(known -> context.header(VideoExtract.HASH, known));
        if (context.queryParam("download") == null) {
            context.result(crop.inputStream());
            return;
        }
        var millis = people.millisOfPicture(job, appearance);
        var comment = "Best shot by faceline from \"" + job.requireVideo().title() + "\""
                + hash.map(known -> ", SHA-256 " + known).orElse("") + ", at " + millis + " ms of it.";
        new VideoExtract(job, VideoExtract.moment(millis), "jpg").addTo(context);
        context.result(JpegComment.add(comment, crop).inputStream());
    }
}
