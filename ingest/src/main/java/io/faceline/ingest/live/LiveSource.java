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
import io.faceline.contracts.track.TrackedFrame;
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
 * A connected camera. One frame is in flight at a time, until its tracks are known, and the newest one waits, also for the
 * camera's turn; a newer frame replaces the waiting one, which is dropped. So answers stay current, however slow the models
 * are. Thread-safe.
 */
final class LiveSource {
    private final ImageAdmission admission;
    private final FrameRequests frames;
    private final PendingTracks tracks;
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
        /** @param tracked the answer with the tracks of its faces, if they are known in time */
        void answered(long number, Match match, Optional<TrackedFrame> tracked);

        void dropped(long number, DropReason reason);

        void failed(long number, Throwable problem);

        /** No frame has come for so long that the connection ends. */
        void silent();

        /** The session has ended, and no frame is sent any more. Must not block. */
        void ended();
    }

    private record Waiting(long number, Blob image, Instant capturedAt, boolean isLarge) {}

    /** A frame that was asked for, and its tracks, which follow the answer. */
    private record Asked(Waiting frame, CompletableFuture<Optional<TrackedFrame>> tracked) {}

    /** @param source a unique name */
    LiveSource(
            ImageAdmission admission,
            FrameRequests frames,
            PendingTracks tracks,
            ClientKey client,
            SessionId session,
            String source,
            Listener listener,
            InstantSource clock) {
        this.admission = admission;
        this.frames = frames;
        this.tracks = tracks;
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
        var asked = new AtomicReference<@Nullable Asked>();
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
    private CompletableFuture<Match> ask(AtomicReference<@Nullable Asked> asked) {
        var newest = takeWaiting().orElseThrow(CancellationException::new);
        var facts = facts(newest);
        var followed = tracks.follow(facts, () -> request(newest, facts));
        asked.set(new Asked(newest, followed.tracked()));
        return followed.match();
    }

    private CompletableFuture<Match> request(Waiting frame, FrameFacts facts) {
        if (frame.isLarge) {
            admission.checkFrame(frame.image);
        }
        // In the live lane, the frames and photos of others would wait behind it.
        return frames.ask(frame.isLarge ? Lane.BULK : Lane.LIVE, facts, frame.image);
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
    private void ended(@Nullable Asked asked, @Nullable Match match, @Nullable Throwable failure) {
        if (asked != null && match != null) {
            // The turn has ended, so that others do not wait for the tracker.
            var unused = asked.tracked.thenAccept(
                    tracked -> finish(() -> listener.answered(asked.frame.number, match, tracked)));
        } else {
            var frame = asked == null ? takeWaiting() : Optional.of(asked.frame);
            finish(() -> frame.filter(any -> failure != null)
                    .ifPresent(failed -> listener.failed(failed.number, Throwables.ofFuture(failure))));
        }
    }

    /** Gives a frame its result and asks for the next one. */
    private void finish(Runnable result) {
        var following = following();
        try {
            result.run();
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
