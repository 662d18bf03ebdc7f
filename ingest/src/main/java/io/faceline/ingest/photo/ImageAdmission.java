package io.faceline.ingest.photo;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Match;
import io.faceline.runtime.http.ProblemException;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.limits.ClientKey;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Processes images when it is the caller's turn. Photos, the frames of cameras, and what is large of both, each have turns of their own,
 * so that none of them waits for the others. Thread-safe.
 */
public final class ImageAdmission {
    private static final long MEGAPIXEL = 1_000_000;
    /** Larger than a frame of most videos: many of them together would keep all cores busy for long. */
    private static final long LARGE_PIXELS = 4 * MEGAPIXEL;
    /** Reading all markers of a larger file takes so long that it needs a turn, too. */
    private static final int LARGE_BYTES = 2 << 20;

    /** Larger than a frame of any camera that sends frame by frame. */
    private static final long MAX_FRAME_PIXELS = 16 * MEGAPIXEL;

    private static final Set<ImageKind> FRAME_KINDS = Set.of(ImageKind.JPEG, ImageKind.WEBP);

    private final CallerKeys callers;
    private final Turns turns;
    private final FrameRequests frames;

    /**
     * The turns of each kind.
     *
     * @param large of photos and frames that take a core for long
     * @param live of other frames over WebSockets
     */
    public record Turns(FairScheduler photos, FairScheduler large, FairScheduler live) {}

    public ImageAdmission(CallerKeys callers, Turns turns, FrameRequests frames) {
        this.callers = callers;
        this.turns = turns;
        this.frames = frames;
    }

    /**
     * Accepts each image and passes it with its index to {@code work}, in a turn which ends when the returned future
     * completes. Completes with all results, in the images' order.
     *
     * @throws ProblemException when an image is refused, or when too many wait
     */
    <T> CompletableFuture<List<T>> inTurn(
            Context context, List<Blob> images, BiFunction<Integer, Blob, CompletableFuture<T>> work) {
        var isLarge = images.stream().filter(this::isLarge).count() > 0;
        var works = IntStream.range(0, images.size())
                .<Supplier<CompletableFuture<T>>>mapToObj(i -> () -> work.apply(i, frames.accept(images.get(i))))
                .toList();
        var results = (isLarge ? turns.large : turns.photos).submit(callers.client(context), works);
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(all -> results.stream().map(CompletableFuture::join).toList());
    }

    /** As the other, for one image. */
    <T> CompletableFuture<T> inTurn(Context context, Blob image, Function<Blob, CompletableFuture<T>> work) {
        return inTurn(context, List.of(image), (index, accepted) -> work.apply(accepted))
                .thenApply(results -> results.get(0));
    }

    private boolean isLarge(Blob image) {
        frames.requireSpace();
        if (image.size() > LARGE_BYTES) {
            return true;
        }
        var inspected = frames.inspect(image);
        // A TIFF is encoded again.
        return inspected.pixels() > LARGE_PIXELS || inspected.kind() == ImageKind.TIFF;
    }

    /** Whom the frames of a WebSocket are counted for. */
    public ClientKey client(Context context) {
        return callers.client(context);
    }

    /**
     * Checks a camera's frame, unless it has so many bytes that this must be done in its turn.
     *
     * @return whether it is large
     * @throws ProblemException when the frame is refused
     */
    public boolean isLargeFrame(Blob image) {
        frames.requireSpace();
        return image.size() > LARGE_BYTES || checkFrame(image) > LARGE_PIXELS;
    }

    /**
     * Checks a camera's frame by its header: it is passed on as it is, so that it must be of a kind that costs little.
     *
     * @return its pixels
     * @throws ProblemException when the frame is refused
     */
    public long checkFrame(Blob image) {
        var inspected = frames.inspect(image);
        if (!FRAME_KINDS.contains(inspected.kind())) {
            throw refusal(
                    FailureCode.UNSUPPORTED_FORMAT, "A live frame must be a JPEG or a WebP. Encode it as one of them.");
        }
        if (inspected.pixels() > MAX_FRAME_PIXELS) {
            throw refusal(
                    FailureCode.TOO_MANY_PIXELS,
                    "A live frame may have at most " + MAX_FRAME_PIXELS / MEGAPIXEL + " megapixels. Scale it down.");
        }
        return inspected.pixels();
    }

    private static ProblemException refusal(FailureCode code, String message) {
        return FrameErrors.of(new ImageException(code, message));
    }

    /**
     * Asks for a camera's turn, in which {@code work} runs. Cancelling the future withdraws the request.
     *
     * @throws ProblemException when too many frames wait
     */
    public CompletableFuture<Match> inFrameTurn(
            ClientKey client, boolean isLarge, Supplier<CompletableFuture<Match>> work) {
        return (isLarge ? turns.large : turns.live)
                .submit(client, List.of(work))
                .get(0);
    }
}
