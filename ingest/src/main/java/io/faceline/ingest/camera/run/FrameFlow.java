package io.faceline.ingest.camera.run;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the frames of a camera in their order. One is in flight, and the newest one waits; a newer one replaces it, and it is
 * sent as dropped. Still frames, which have no picture, take no place. So each frame has one answer, and answers stay current,
 * however slow the models are. Thread-safe.
 */
final class FrameFlow {
    /** Time without an answer after which a frame has failed, and makes room for the next. */
    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final Lane lane;
    private final CameraParts parts;
    private final CameraTotals totals;
    private final Consumer<List<BoundingBox>> faces;

    @GuardedBy("this")
    private @Nullable Waiting waiting;

    @GuardedBy("this")
    private @Nullable InFlight inFlight;

    @GuardedBy("this")
    private boolean isClosed;

    /** @param stillAfter still frames that were taken after it, which must not overtake it */
    private record Waiting(FrameFacts facts, Blob jpeg, List<FrameFacts> stillAfter) {}

    private record InFlight(FrameFacts facts, Instant sentAt, CompletableFuture<Match> answer) {}

    /** @param faces is told where the faces of each answer are */
    FrameFlow(Lane lane, CameraParts parts, CameraTotals totals, Consumer<List<BoundingBox>> faces) {
        this.lane = lane;
        this.parts = parts;
        this.totals = totals;
        this.faces = faces;
    }

    /** Takes the next frame. */
    synchronized void take(FrameFacts facts, Blob jpeg) {
        totals.taken();
        dropWaiting(DropReason.REPLACED_BY_NEWER);
        waiting = new Waiting(facts, jpeg, new ArrayList<>());
        sendNext();
    }

    /** Takes the next frame, in which nothing moved. */
    synchronized void takeStill(FrameFacts facts) {
        totals.taken();
        totals.dropped(DropReason.STILL);
        if (waiting == null) {
            sendDropped(facts, DropReason.STILL);
        } else {
            waiting.stillAfter.add(facts);
        }
    }

    /** Gives up a frame that is in flight for too long. */
    synchronized void expire() {
        var late = inFlight;
        if (late != null && !parts.clock().instant().isBefore(late.sentAt.plus(ANSWER_TIMEOUT))) {
            inFlight = null;
            totals.failed(FailureCode.TIMEOUT.name());
            late.answer.cancel(false);
            sendNext();
        }
    }

    /** Sends no more frames: the one that waits is dropped, and the answer to the one in flight counts no more. */
    synchronized void close() {
        isClosed = true;
        dropWaiting(DropReason.CANCELLED);
        var open = inFlight;
        inFlight = null;
        if (open != null) {
            totals.failed(DropReason.CANCELLED.name());
            open.answer.cancel(false);
        }
    }

    @GuardedBy("this")
    private void dropWaiting(DropReason reason) {
        var older = waiting;
        waiting = null;
        if (older != null) {
            totals.dropped(reason);
            sendDropped(older.facts, reason);
            sendStill(older);
        }
    }

    @GuardedBy("this")
    private void sendNext() {
        var next = waiting;
        if (next == null || inFlight != null || isClosed) {
            return;
        }
        waiting = null;
        var answer = request(next);
        var sent = new InFlight(next.facts, parts.clock().instant(), answer);
        inFlight = sent;
        sendStill(next);
        var unused = answer.whenCompleteAsync((match, failure) -> ended(sent, match, failure), parts.executor());
    }

    private CompletableFuture<Match> request(Waiting frame) {
        if (!parts.isOwner().getAsBoolean()) {
            return CompletableFuture.failedFuture(new IllegalStateException("another instance may own the camera"));
        }
        return parts.output().request(lane, new Frame(frame.facts, Outcome.made(frame.jpeg)));
    }

    private void sendStill(Waiting sent) {
        sent.stillAfter.forEach(facts -> sendDropped(facts, DropReason.STILL));
    }

    private void sendDropped(FrameFacts facts, DropReason reason) {
        if (parts.isOwner().getAsBoolean()) {
            parts.output().dropped(lane, new Frame(facts, Outcome.dropped(reason)), reason);
        }
    }

    private void ended(InFlight sent, @Nullable Match match, @Nullable Throwable failure) {
        List<BoundingBox> seen;
        synchronized (this) {
            if (!isInFlight(sent)) {
                return;
            }
            inFlight = null;
            seen = match == null ? lost(failure) : count(sent, match);
            sendNext();
        }
        if (!seen.isEmpty()) {
            faces.accept(seen);
        }
    }

    /** False if it was given up. */
    @GuardedBy("this")
    private boolean isInFlight(InFlight sent) {
        var open = inFlight;
        return open != null && open.facts.id().equals(sent.facts.id());
    }

    private List<BoundingBox> lost(@Nullable Throwable failure) {
        totals.failed(failure == null ? FailureCode.UNKNOWN.name() : "FRAME_LOST");
        return List.of();
    }

    private List<BoundingBox> count(InFlight sent, Match match) {
        return match.outcome()
                .<List<BoundingBox>>fold(
                        found -> {
                            totals.answered(Duration.between(
                                    sent.facts.capturedAt(), parts.clock().instant()));
                            return boxes(found);
                        },
                        reason -> {
                            totals.dropped(reason);
                            return List.of();
                        },
                        (code, message) -> {
                            totals.failed(code.name());
                            return List.of();
                        });
    }

    private static List<BoundingBox> boxes(Faces<MatchedFace> found) {
        return found.faces().stream().map(seen -> seen.face().box()).toList();
    }
}
