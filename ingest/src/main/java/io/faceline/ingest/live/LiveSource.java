package io.faceline.ingest.live;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.photo.FrameRequests;
import io.faceline.ingest.photo.ImageAdmission;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.limits.ClientKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A connected camera. One frame is in flight at a time and the newest one waits, also for the camera's turn; a newer frame
 * replaces the waiting one, which is dropped. So answers stay current, however slow the models are. Thread-safe.
 */
final class LiveSource {
    private final ImageAdmission admission;
    private final FrameRequests frames;
    private final ClientKey client;
    private final SessionId session;
    private final String source;
    private final Listener listener;
    private final InstantSource clock;
    private final Instant startedAt;

    @GuardedBy("this")
    private long next;

    @GuardedBy("this")
    private boolean isBusy;

    @GuardedBy("this")
    private boolean isClosed;

    @GuardedBy("this")
    private Instant lastFrameAt;

    @GuardedBy("this")
    private @Nullable Waiting waiting;

    /** The frame that is asked for, or for whose turn the source waits. */
    @GuardedBy("this")
    private @Nullable Future<?> request;

    /** Receives the one result of each frame, by the frame's number, which counts from 0. */
    interface Listener {
        void answered(long number, Match match);

        void dropped(long number, DropReason reason);

        void failed(long number, Throwable problem);

        /** No frame has come for so long that the connection ends. */
        void silent();

        /** The session has ended, and no frame is sent any more. Must not block. */
        void ended();
    }

    private record Waiting(long number, Blob image, Instant capturedAt, boolean isLarge) {}

    /** @param source a unique name */
    LiveSource(
            ImageAdmission admission,
            FrameRequests frames,
            ClientKey client,
            SessionId session,
            String source,
            Listener listener,
            InstantSource clock) {
        this.admission = admission;
        this.frames = frames;
        this.client = client;
        this.session = session;
        this.source = source;
        this.listener = listener;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.lastFrameAt = startedAt;
    }

    ClientKey client() {
        return client;
    }

    /** The time since the last frame, or since the connection. */
    synchronized Duration silence() {
        return Duration.between(lastFrameAt, clock.instant());
    }

    /** Accepts the next frame, as received. */
    void accept(Blob image) {
        var number = received();
        try {
            var frame = new Waiting(number, image, clock.instant(), admission.isLargeFrame(image));
            if (isNext(frame)) {
                requestTurn(frame.isLarge);
            }
        } catch (ProblemException e) {
            listener.failed(number, e);
        }
    }

    /** Sends no more frames; the waiting one is discarded without a result. */
    void close() {
        @Nullable Future<?> open = null;
        synchronized (this) {
            isClosed = true;
            waiting = null;
            open = request;
        }
        if (open != null) {
            open.cancel(false);
        }
    }

    boolean isOf(SessionId owner) {
        return session.equals(owner);
    }

    /** Ends the source with its session. */
    void end() {
        close();
        listener.ended();
    }

    /** Tells that the connection is closed for its silence. */
    void closeSilent() {
        listener.silent();
    }

    private synchronized long received() {
        lastFrameAt = clock.instant();
        return next++;
    }

    /** Makes it the newest frame. False if its turn comes when the frame before it ends, or never. */
    private boolean isNext(Waiting frame) {
        @Nullable Waiting older = null;
        synchronized (this) {
            if (isClosed) {
                return false;
            }
            older = waiting;
            waiting = frame;
            if (!isBusy) {
                isBusy = true;
                return true;
            }
        }
        if (older != null) {
            listener.dropped(older.number, DropReason.REPLACED_BY_NEWER);
        }
        return false;
    }

    private void requestTurn(boolean isLarge) {
        var asked = new AtomicReference<@Nullable Waiting>();
        CompletableFuture<Match> answer;
        try {
            answer = admission.inFrameTurn(client, isLarge, () -> ask(asked));
        } catch (ProblemException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        remember(answer);
        var unused = answer.whenComplete((match, failure) -> ended(asked.get(), match, failure));
    }

    private synchronized void remember(Future<?> asked) {
        request = asked;
        if (isClosed) {
            asked.cancel(false);
        }
    }

    /** Runs in the camera's turn, which may have come late: the newest frame is asked for. */
    private CompletableFuture<Match> ask(AtomicReference<@Nullable Waiting> asked) {
        var newest = takeWaiting().orElseThrow(CancellationException::new);
        asked.set(newest);
        if (newest.isLarge) {
            admission.checkFrame(newest.image);
        }
        // In the live lane, the frames and photos of others would wait behind it.
        return frames.ask(newest.isLarge ? Lane.BULK : Lane.LIVE, facts(newest), newest.image);
    }

    private FrameFacts facts(Waiting frame) {
        var position = Duration.between(startedAt, frame.capturedAt).toNanos() / 1e9;
        return new FrameFacts(
                FrameId.of(source, frame.number),
                session,
                new Role.Probe(),
                source,
                frame.number,
                frame.capturedAt,
                position,
                frames.galleryVersion());
    }

    /** @param asked the frame that was asked for; without a turn it is the one that still waits */
    private void ended(@Nullable Waiting asked, @Nullable Match match, @Nullable Throwable failure) {
        var frame = asked == null ? takeWaiting() : Optional.of(asked);
        var following = following();
        try {
            if (frame.isPresent() && match != null) {
                listener.answered(frame.get().number, match);
            } else if (frame.isPresent() && failure != null) {
                listener.failed(frame.get().number, Throwables.ofFuture(failure));
            }
        } finally {
            following.ifPresent(newest -> requestTurn(newest.isLarge));
        }
    }

    private synchronized Optional<Waiting> takeWaiting() {
        var newest = Optional.ofNullable(waiting);
        waiting = null;
        return newest;
    }

    private synchronized Optional<Waiting> following() {
        isBusy = waiting != null && !isClosed;
        return isBusy ? Optional.ofNullable(waiting) : Optional.empty();
    }
}
