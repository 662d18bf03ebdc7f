package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.web.limits.CallerKeys;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Processes the images of a request when it is the caller's turn. Thread-safe. */
public final class ImageAdmission {
    private final CallerKeys callers;
    private final FairScheduler scheduler;
    private final FrameRequests frames;

    public ImageAdmission(CallerKeys callers, FairScheduler scheduler, FrameRequests frames) {
        this.callers = callers;
        this.scheduler = scheduler;
        this.frames = frames;
    }

    /**
     * Accepts the images and passes them to {@code work} in the caller's turn, which ends when the returned future
     * completes.
     */
    <T> CompletableFuture<T> inTurn(
            Context context, List<Blob> images, Function<List<Blob>, CompletableFuture<T>> work) {
        return scheduler.submit(
                callers.of(context),
                images.size(),
                () -> work.apply(images.stream().map(frames::accept).toList()));
    }
}
