package io.faceline.standalone.cli;

import io.faceline.contracts.FailureCode;
import io.faceline.contracts.Match;
import io.faceline.contracts.Role;
import io.faceline.contracts.SessionId;
import io.faceline.ingest.BulkJob;
import io.faceline.ingest.FrameLostException;
import io.faceline.ingest.PhotoReader;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.vision.image.ImageException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Sends the photos of one command through the pipeline. One thread submits. */
final class PhotoJob {
    private final PhotoReader reader;
    private final BulkJob job;

    PhotoJob(Pipeline pipeline, SessionId session) {
        this.reader = pipeline.photoReader();
        this.job = pipeline.openJob(session);
    }

    /** The answer for the photo, or {@link PhotoFailure} where there is none. Waits while too many photos are under way. */
    CompletableFuture<Match> submit(Path photo, Role role, long minGalleryVersion) {
        try {
            return job.submit(role, reader.read(photo), minGalleryVersion)
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(asPhotoFailure(failure)));
        } catch (ImageException e) {
            return CompletableFuture.failedFuture(new PhotoFailure(e.code().name(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    private static PhotoFailure asPhotoFailure(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof PhotoFailure known) {
            return known;
        }
        if (cause instanceof TimeoutException) {
            return new PhotoFailure(FailureCode.TIMEOUT.name(), "no answer came in time; the log says more");
        }
        if (cause instanceof FrameLostException) {
            return new PhotoFailure("DEAD_LETTER", cause.getMessage());
        }
        throw new IllegalStateException("A photo failed in a way nobody foresaw", cause);
    }
}
