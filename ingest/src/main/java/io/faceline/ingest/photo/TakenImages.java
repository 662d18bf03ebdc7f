package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.web.limits.Callers;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Takes the images of a request when it is the caller's turn. Safe for all threads. */
public final class TakenImages {
    private final Callers callers;
    private final Turns turns;
    private final AskedFrames frames;

    public TakenImages(Callers callers, Turns turns, AskedFrames frames) {
        this.callers = callers;
        this.turns = turns;
        this.frames = frames;
    }

    /** What {@code ask} makes of the images, each as it may travel; the turn lasts as long. */
    <T> CompletableFuture<T> inTurn(
            Context context, List<byte[]> images, Function<List<Blob>, CompletableFuture<T>> ask) {
        return turns.take(
                callers.of(context),
                images.size(),
                () -> ask.apply(images.stream().map(frames::accept).toList()));
    }
}
