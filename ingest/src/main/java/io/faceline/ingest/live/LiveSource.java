package io.faceline.ingest.live;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.photo.FrameRequests;
import io.faceline.runtime.concurrent.Throwables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connected camera. One frame is in flight at a time and the newest one waits; a newer frame replaces the waiting
 * one, which is dropped. So answers stay current, however slow the models are. Thread-safe.
 */
final class LiveSource {
    private final FrameRequests frames;
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
    private @Nullable Waiting waiting;

    /** Receives the one result of each frame, by the frame's number, which counts from 0. */
    interface Listener {
        void answered(long number, Match match);

        void dropped(long number, DropReason reason);

        void failed(long number, Throwable problem);

        /** The session has ended, and no frame is sent any more. Must not block. */
        void ended();
    }

    private record Waiting(long number, Blob image, Instant capturedAt) {}

    /** @param source a unique name */
    LiveSource(FrameRequests frames, SessionId session, String source, Listener listener, InstantSource clock) {
        this.frames = frames;
        this.session = session;
        this.source = source;
        this.listener = listener;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Accepts the next frame, as received. */
    void accept(Blob image) {
        var frame = admit(image);
        if (frame.isPresent()) {
            send(frame.get());
        }
    }

    /** Sends no more frames; the waiting one is discarded without a result. */
    synchronized void close() {
        isClosed = true;
        waiting = null;
    }

    boolean isOf(SessionId owner) {
        return session.equals(owner);
    }

    /** Ends the source with its session. */
    void end() {
        close();
        listener.ended();
    }

    private Optional<Waiting> admit(Blob image) {
        @Nullable Waiting older = null;
        synchronized (this) {
            var frame = new Waiting(next++, image, clock.instant());
            if (isClosed) {
                return Optional.empty();
            }
            if (!isBusy) {
                isBusy = true;
                return Optional.of(frame);
            }
            older = waiting;
            waiting = frame;
        }
        if (older != null) {
            listener.dropped(older.number, DropReason.REPLACED_BY_NEWER);
        }
        return Optional.empty();
    }

    private void send(Waiting frame) {
        try {
            var image = frames.accept(frame.image);
            var unused = frames.ask(facts(frame), image).whenComplete((match, failure) -> ended(frame, match, failure));
        } catch (RuntimeException e) {
            // Also one that is a bug ends this frame only: the next one must find the source free.
            ended(frame, null, e);
        }
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

    private void ended(Waiting frame, @Nullable Match match, @Nullable Throwable failure) {
        var nextFrame = nextFrame();
        try {
            if (match != null) {
                listener.answered(frame.number, match);
            } else if (failure != null) {
                listener.failed(frame.number, Throwables.ofFuture(failure));
            }
        } finally {
            nextFrame.ifPresent(this::send);
        }
    }

    private synchronized Optional<Waiting> nextFrame() {
        var nextFrame = Optional.ofNullable(waiting);
        waiting = null;
        isBusy = nextFrame.isPresent() && !isClosed;
        return isClosed ? Optional.empty() : nextFrame;
    }
}
