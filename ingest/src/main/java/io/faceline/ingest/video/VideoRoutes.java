package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.ingest.spool.Upload;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
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

/** {@code POST /api/v1/videos}: a video of any length becomes a job. */
public final class VideoRoutes implements Routes {
    /** Of a video that is refused so much is read and thrown away, so that its sender comes to hear the answer. */
    private static final long DRAINED_BYTES = 32 << 20;

    private static final String ASKED_TO_SEND = "faceline.videos.asked";

    private final Access access;
    private final Supplier<Videos.Started> videos;
    private final Function<Job, CompletableFuture<Job>> shown;
    private final UploadSlots slots;
    private final Duration retention;
    private final double framesPerSecond;

    /**
     * @param shown completes when whoever asks for a job will find it
     * @param framesPerSecond where a request says nothing
     */
    public VideoRoutes(
            Access access,
            Supplier<Videos.Started> videos,
            Function<Job, CompletableFuture<Job>> shown,
            VideoSettings settings,
            double framesPerSecond) {
        this.access = access;
        this.videos = videos;
        this.shown = shown;
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
            take(access.session(context), videos.get(), context);
        } catch (ProblemException e) {
            drain(context);
            throw e;
        }
    }

    private void take(SessionId session, Videos.Started started, Context context) {
        var slot = slots.take(session, started.jobs().unfinished(session));
        try (var upload = started.spool().begin("job-" + UUID.randomUUID(), session, declared(context))) {
            context.attribute(ASKED_TO_SEND, true);
            var asked = VideoUploadRequest.receive(context, upload, framesPerSecond);
            upload.finish();
            var job = job(upload, session, asked, started);
            context.future(() -> accept(job, started).thenAccept(accepted -> answer(context, accepted)));
        } finally {
            slot.close();
        }
    }

    /** 0 when the request does not say. */
    private static long declared(Context context) {
        return Math.max(0, context.req().getContentLengthLong());
    }

    private static Job job(Upload upload, SessionId session, VideoUploadRequest asked, Videos.Started started) {
        var now = Instant.now();
        var video = JobVideo.waiting(asked.title(), upload.mediaType(), upload.bytes(), asked.framesPerSecond());
        return new Job(upload.id(), session, started.jobs().owner(), JobState.QUEUED, now, now, video);
    }

    private CompletableFuture<Job> accept(Job job, Videos.Started started) {
        return started.jobs().accept(job).thenCompose(shown).whenComplete((accepted, failure) -> {
            if (failure != null) {
                var unused = started.jobs().delete(job.id());
            }
        });
    }

    private void answer(Context context, Job job) {
        context.status(202).header("Location", "/api/v1/jobs/" + job.id()).json(JobView.of(job, retention));
    }

    /** A client that waits to be asked for the body has sent none until then. */
    private static void drain(Context context) {
        if (context.attribute(ASKED_TO_SEND) != null || context.header("Expect") == null) {
            try (var body = context.bodyInputStream()) {
                drain(body);
            } catch (IOException e) {
                // Then there is nobody to be told.
                context.header("Connection", "close");
            }
        }
    }

    private static void drain(InputStream body) throws IOException {
        var piece = new byte[64 * 1024];
        var left = DRAINED_BYTES;
        for (var count = body.read(piece); count >= 0 && left > 0; count = body.read(piece)) {
            left -= count;
        }
    }
}
