package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.web.limits.CallerKeys;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Takes the images of a request when it is the caller's turn. Safe for all threads. */
public final class ImageAdmission {
    private final CallerKeys callers;
    private final FairScheduler turns;
    private final FrameRequests frames;

    public ImageAdmission(CallerKeys callers, FairScheduler turns, FrameRequests frames) {
        this.callers = callers;
        this.turns = turns;
        this.frames = frames;
    }

    /** What {@code ask} makes of the images, each as it may travel; the turn lasts as long. */
    <T> CompletableFuture<T> inTurn(
            Context context, List<Blob> images, Function<List<Blob>, CompletableFuture<T>> ask) {
        return turns.submit(
                callers.of(context),
                images.size(),
                () -> ask.apply(images.stream().map(frames::accept).toList()));
    }
}
