package io.faceline.ingest.video;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.ingest.spool.Spool;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.JobRetention;
import io.faceline.web.view.JobView;
import io.faceline.web.view.VideoExtract;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/** Cancels, keeps and deletes jobs that hold a video, and serves the video. */
public final class VideoJobRoutes implements Routes {
    static final String JOB = "/api/v1/jobs/{id}";

    private final JobAccess access;
    private final Supplier<Videos.Started> videos;
    private final Function<Job, CompletableFuture<Job>> awaitRead;
    private final JobRetention retention;
    private final InstantSource clock;

    /** @param awaitRead completes when readers of the topic see this state of the job */
    public VideoJobRoutes(
            JobAccess access,
            Supplier<Videos.Started> videos,
            Function<Job, CompletableFuture<Job>> awaitRead,
            JobRetention retention,
            InstantSource clock) {
        this.access = access;
        this.videos = videos;
        this.awaitRead = awaitRead;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(JOB + "/cancel", this::cancel);
        routes.delete(JOB, this::delete);
        routes.put(JOB + "/kept", context -> keep(clock.instant().plus(retention.kept()), context));
        routes.delete(JOB + "/kept", context -> keep(null, context));
        routes.get(JOB + "/video", this::video);
    }

    private void cancel(Context context) {
        var job = changeable(context);
        context.future(() -> videos.get()
                .jobs()
                .cancel(job.id())
                .thenCompose(awaitRead)
                .thenAccept(now -> {
                    if (now.state() != JobState.CANCELLED) {
                        throw new ProblemException(409, "JOB_FINISHED", "the job has already ended; DELETE deletes it");
                    }
                    context.status(202).json(JobView.of(now, retention.usual()));
                }));
    }

    private void delete(Context context) {
        var job = changeable(context);
        context.future(() ->
                videos.get().jobs().delete(job.id()).thenCompose(awaitRead).thenAccept(deleted -> context.status(204)));
    }

    private void keep(@Nullable Instant until, Context context) {
        var job = changeable(context);
        context.future(() -> videos.get()
                .jobs()
                .keep(job.id(), until)
                .thenCompose(awaitRead)
                .thenAccept(now -> context.json(JobView.of(now, retention.usual()))));
    }

    private Job changeable(Context context) {
        var job = access.changeable(context.pathParam("id"), context);
        if (!videos.get().jobs().isOurs(job)) {
            throw elsewhere();
        }
        return job;
    }

    static ProblemException elsewhere() {
        return new ProblemException(409, "JOB_ELSEWHERE", "another server holds this video: send the request there");
    }

    private void video(Context context) {
        var job = access.visible(context.pathParam("id"), context);
        var file = videos.get().spool().file(job.id()).orElseThrow(Spool::gone);
        VideoExtract.hash(job).ifPresent(hash -> context.header(VideoExtract.HASH, hash));
        context.header("Accept-Ranges", "bytes").header("Cache-Control", "private, no-store");
        try {
            send(file, job.requireVideo().mediaType(), context);
        } catch (NoSuchFileException e) {
            throw Spool.gone();
        } catch (IOException e) {
            throw new UncheckedIOException("A video in the spool cannot be read", e);
        }
    }

    private static void send(Path file, String mediaType, Context context) throws IOException {
        var size = Files.size(file);
        context.header("Content-Range", "bytes */" + size);
        var part = ByteRange.of(context.header("Range"), size);
        var range = part.orElse(new ByteRange(0, size - 1));
        if (part.isPresent()) {
            context.status(206).header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
        } else {
            context.removeHeader("Content-Range");
        }
        var channel = Files.newByteChannel(file).position(range.first());
        context.contentType(mediaType)
                .header("Content-Length", Long.toString(range.length()))
                .result(BoundedInputStream.builder()
                        .setInputStream(Channels.newInputStream(channel))
                        .setMaxCount(range.length())
                        .get());
    }
}
