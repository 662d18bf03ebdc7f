package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.ingest.spool.Upload;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.EndedSessions;
import io.faceline.web.view.JobView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code POST /api/v1/videos}: creates a job from an uploaded video. */
public final class VideoRoutes implements Routes {
    /** Bytes of a refused video that are read and discarded, so that the client reads the response. */
    private static final long MAX_DRAINED_BYTES = 32 << 20;

    private static final String BODY_REQUESTED = "faceline.videos.request";

    private final Access access;
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
            Supplier<Videos.Started> videos,
            Function<Job, CompletableFuture<Job>> awaitRead,
            EndedSessions ended,
            VideoSettings settings,
            double framesPerSecond) {
        this.access = access;
        this.videos = videos;
        this.awaitRead = awaitRead;
        this.ended = ended;
        this.slots = new UploadSlots(settings.maxJobsPerSession());
        this.retention = settings.retention();
        this.framesPerSecond = framesPerSecond;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/videos", this::upload);
    }

    private void upload(Context context) {
        try {
            receive(access.session(context), videos.get(), context);
        } catch (ProblemException e) {
            drain(context);
            throw e;
        }
    }

    private void receive(SessionId session, Videos.Started started, Context context) {
        var slot = slots.acquire(session, started.jobs().unfinished(session));
        try (var upload = started.spool().begin("job-" + UUID.randomUUID(), session, declared(context))) {
            context.attribute(BODY_REQUESTED, true);
            var request = VideoUploadRequest.receive(context, upload, framesPerSecond);
            upload.finish();
            var job = job(upload, session, request, started);
            context.future(() -> accept(job, started).thenAccept(accepted -> answer(context, accepted)));
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
        var video = JobVideo.waiting(request.title(), upload.mediaType(), upload.bytes(), request.framesPerSecond());
        return new Job(upload.id(), session, started.jobs().owner(), JobState.QUEUED, now, now, video);
    }

    private CompletableFuture<Job> accept(Job job, Videos.Started started) {
        return started.jobs()
                .accept(job)
                .thenCompose(awaitRead)
                .thenApply(this::requireSession)
                .whenComplete((accepted, failure) -> {
                    if (failure != null) {
                        var unused = started.jobs().delete(job.id());
                    }
                });
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

    /** Reads the rest of the body, unless the client still waits for {@code 100 Continue} and has sent none. */
    private static void drain(Context context) {
        if (context.attribute(BODY_REQUESTED) != null || context.header("Expect") == null) {
            try (var body = context.bodyInputStream()) {
                drain(body);
            } catch (IOException e) {
                // The client is gone.
                context.header("Connection", "close");
            }
        }
    }

    private static void drain(InputStream body) throws IOException {
        var chunk = new byte[64 * 1024];
        var left = MAX_DRAINED_BYTES;
        for (var count = body.read(chunk); count >= 0 && left > 0; count = body.read(chunk)) {
            left -= count;
        }
    }
}
