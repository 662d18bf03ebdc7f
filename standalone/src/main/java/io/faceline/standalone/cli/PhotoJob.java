package io.faceline.standalone.cli;

import io.faceline.contracts.Match;
import io.faceline.contracts.Role;
import io.faceline.contracts.SessionId;
import io.faceline.ingest.BulkJob;
import io.faceline.ingest.PhotoReader;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.vision.image.ImageException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Sends the photos of one command through the pipeline. One thread submits. */
final class PhotoJob {
    private final PhotoReader reader;
    private final BulkJob job;

    PhotoJob(Pipeline pipeline, SessionId session) {
        this(pipeline, pipeline.openJob(session));
    }

    private PhotoJob(Pipeline pipeline, BulkJob job) {
        this.reader = pipeline.photoReader();
        this.job = job;
    }

    /** The gallery of a session: enrolled once more, when its run is resumed, every photo keeps its place. */
    static PhotoJob ofGallery(Pipeline pipeline, SessionId session) {
        return new PhotoJob(pipeline, pipeline.openJob(session, "gallery-" + session.value()));
    }

    /** The answer for the photo, or {@link PhotoFailure} where there is none. Waits while too many photos are under way. */
    CompletableFuture<Match> submit(Path photo, Role role, long minGalleryVersion) {
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
