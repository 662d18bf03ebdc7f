package io.faceline.ingest.live;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.photo.FrameRequests;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A camera somewhere that sends frames as they come. One is under way at a time and one waits: the newest, in whose favour
 * an older one that waited is dropped. So what is answered is never old, however slow the models are. Safe for all threads.
 */
final class LiveSource {
    private final FrameRequests frames;
    private final SessionId session;
    private final String source;
    private final Listener listener;
    private final InstantSource clock;
    private final Instant began;

    private long next;
    private boolean isBusy;
    private boolean isClosed;
    private @Nullable Waiting waiting;

    /** Is told of each frame, by the number of its place from 0, once what became of it. */
    interface Listener {
        void answered(long number, Match match);

        void dropped(long number, DropReason reason);

        void failed(long number, Throwable problem);
    }

    private record Waiting(long number, Blob image, Instant capturedAt) {}

    /** @param source a name that no source ever had */
    LiveSource(FrameRequests frames, SessionId session, String source, Listener listener, InstantSource clock) {
        this.frames = frames;
        this.session = session;
        this.source = source;
        this.listener = listener;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** The next frame, as it came. */
    void accept(Blob image) {
        var frame = take(image);
        if (frame.isPresent()) {
            send(frame.get());
        }
    }

    /** Nothing is sent any more, and nothing told. */
    synchronized void close() {
        isClosed = true;
        waiting = null;
    }

    private Optional<Waiting> take(Blob image) {
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
        } catch (ProblemException e) {
            ended(frame, null, e);
        }
    }

    private FrameFacts facts(Waiting frame) {
        var position = Duration.between(began, frame.capturedAt).toNanos() / 1e9;
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
        var following = following();
        if (match != null) {
            listener.answered(frame.number, match);
        } else if (failure != null) {
            listener.failed(frame.number, Throwables.ofFuture(failure));
        }
        following.ifPresent(this::send);
    }

    private synchronized Optional<Waiting> following() {
        var following = Optional.ofNullable(waiting);
        waiting = null;
        isBusy = following.isPresent() && !isClosed;
        return isClosed ? Optional.empty() : following;
    }
}
