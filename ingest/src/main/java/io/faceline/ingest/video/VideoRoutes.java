package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.contracts.job.VideoFile;
import io.faceline.ingest.spool.Upload;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.web.access.Access;
import io.faceline.web.access.EndedSessions;
import io.faceline.web.access.JobAccess;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.view.JobView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Creates jobs: from an uploaded video, or of one that is here and whose faces are to be matched again. */
public final class VideoRoutes implements Routes {
    private static final String PATH = "/api/v1/videos";

    private final Access access;
    private final JobAccess jobAccess;
    private final CallerKeys callers;
    private final Supplier<Videos.Started> videos;
    private final Function<Job, CompletableFuture<Job>> awaitRead;
    private final EndedSessions ended;
    private final UploadSlots slots;
    private final Duration retention;
    private final double framesPerSecond;

    /**
     * @param awaitRead completes when readers of the topic see the job
     * @param framesPerSecond default when a request does not set it
     */
    public VideoRoutes(
            Access access,
            JobAccess jobAccess,
            CallerKeys callers,
            Supplier<Videos.Started> videos,
            Function<Job, CompletableFuture<Job>> awaitRead,
            EndedSessions ended,
            VideoSettings settings,
            AddressSettings addresses,
            double framesPerSecond) {
        this.access = access;
        this.jobAccess = jobAccess;
        this.callers = callers;
        this.videos = videos;
        this.awaitRead = awaitRead;
        this.ended = ended;
        this.slots = new UploadSlots(settings.maxJobsPerSession(), addresses);
        this.retention = settings.retention().usual();
        this.framesPerSecond = framesPerSecond;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, context -> receive(access.session(context), videos.get(), context))
                .post(VideoJobRoutes.JOB + "/rematch", this::rematch);
    }

    @Override
    public Set<String> streamed() {
        return Set.of(PATH);
    }

    private void receive(SessionId session, Videos.Started started, Context context) {
        var address = callers.address(context);
        var slot = slots.acquire(address, session, started.jobs().unfinished(session));
        try (var upload = started.spool().begin(Job.newId(), session, address, declared(context))) {
            var request = VideoUploadRequest.receive(context, upload, framesPerSecond);
            upload.finish();
            var job = job(upload, session, request, started);
            accept(job, address, started, context);
        } finally {
            slot.close();
        }
    }

    private void rematch(Context context) {
        var started = videos.get();
        var done = jobAccess.changeable(context.pathParam("id"), context);
        if (done.state() != JobState.DONE) {
            throw new ProblemException(
                    409,
                    "JOB_NOT_DONE",
                    "only the faces of a job that is DONE can be matched again, this one is " + done.state());
        }
        if (!started.jobs().isOurs(done)) {
            throw VideoJobRoutes.elsewhere();
        }
        var address = callers.address(context);
        var slot = slots.acquire(address, done.session(), started.jobs().unfinished(done.session()));
        try {
            accept(started.jobs().rematch(done, address), address, started, context);
        } finally {
            slot.close();
        }
    }

    /** The declared length of the body, 0 when unknown. */
    private static long declared(Context context) {
        return Math.max(0, context.req().getContentLengthLong());
    }

    private static Job job(Upload upload, SessionId session, VideoUploadRequest request, Videos.Started started) {
        var now = Instant.now();
        var file = new VideoFile(upload.sha256(), request.recordedAt().orElse(null), null, null);
        var video = JobVideo.waiting(request.title(), upload.mediaType(), upload.bytes(), request.framesPerSecond())
                .of(file);
        return new Job(upload.id(), session, started.jobs().owner(), JobState.QUEUED, now, now, video);
    }

    private void accept(Job job, String address, Videos.Started started, Context context) {
        context.future(() -> started.jobs()
                .accept(job, address)
                .thenCompose(awaitRead)
                .thenApply(this::requireSession)
                .whenComplete((accepted, failure) -> {
                    if (failure != null) {
                        var unused = started.jobs().delete(job.id());
                    }
                })
                .thenAccept(accepted -> answer(context, accepted)));
    }

    /** If the session ends after this, the job is known and is deleted with the others. */
    private Job requireSession(Job job) {
        if (ended.hasEnded(job.session())) {
            throw EndedSessions.refusal();
        }
        return job;
    }

    private void answer(Context context, Job job) {
        context.status(202).header("Location", "/api/v1/jobs/" + job.id()).json(JobView.of(job, retention));
    }
}
