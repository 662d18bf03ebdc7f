package io.faceline.cli.photo;

import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.vision.image.ImageException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Sends the photos of one command through the pipeline. Confined to one thread: the one that submits. */
public final class PhotoJob {
    private final PhotoReader reader;
    private final BulkJob job;

    public PhotoJob(Pipeline pipeline, SessionId session) {
        this(pipeline, pipeline.openJob(session));
    }

    private PhotoJob(Pipeline pipeline, BulkJob job) {
        this.reader = pipeline.photoReader();
        this.job = job;
    }

    /** A job for the gallery of a session; its fixed id makes a repeated enrollment of a resumed run idempotent. */
    public static PhotoJob ofGallery(Pipeline pipeline, SessionId session) {
        return new PhotoJob(pipeline, pipeline.openJob(session, "gallery-" + session.value()));
    }

    /** Completes with the answer to the photo or {@link PhotoFailure}. Blocks while too many photos are in flight. */
    public CompletableFuture<Match> submit(Path photo, Role role, long minGalleryVersion) {
        try {
            return job.submit(role, reader.read(photo), minGalleryVersion)
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(PhotoFailure.of(failure)));
        } catch (ImageException e) {
            return CompletableFuture.failedFuture(new PhotoFailure(e.code().name(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }
}
