package io.faceline.ingest.live;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;

/**
 * The live frames whose tracks are pending, by frame. The tracker writes the tracks of a frame moments after its answer; an
 * answer waits for them, but never for long, since it is complete without them. Thread-safe.
 */
public final class PendingTracks {
    /** The tracker takes 7 ms, and 25 ms for one frame of a hundred (two busy cores); a longer pause would be seen. */
    static final Duration MAX_WAIT = Duration.ofMillis(150);

    /** Still longer than the tracker takes, so that its return is noticed. */
    static final Duration MIN_WAIT = Duration.ofMillis(40);

    private final Executor executor;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    /** Halved after each frame without tracks in time: a tracker that is away must not slow down all answers. */
    private volatile Duration patience = MAX_WAIT;

    private record Pending(SessionId session, CompletableFuture<Optional<TrackedFrame>> tracked) {}

    /**
     * What becomes of a frame.
     *
     * @param tracked completes after the answer: the answer with the tracks of its faces, empty if it has none or they are late
     */
    record Followed(CompletableFuture<Match> match, CompletableFuture<Optional<TrackedFrame>> tracked) {}

    /** @param executor processes what is tracked, so that the thread that reads it from Kafka is not blocked */
    public PendingTracks(Executor executor) {
        this.executor = executor;
    }

    /** Reads what is tracked from now on. The caller starts and closes it. */
    public TopicReader<TrackedFrame> reader(KafkaSettings kafka) {
        return new TopicReader<>(kafka, kafka.topics().trackedFrames(), StartOffset.LATEST, this::read)
                .where(this::mayBePending);
    }

    /** Asks for the answer to a frame and waits for its tracks. */
    Followed follow(FrameFacts facts, Supplier<CompletableFuture<Match>> request) {
        var id = facts.id().value();
        var frame = new Pending(facts.session(), new CompletableFuture<>());
        // Before the request: the tracks may be read before the answer.
        pending.put(id, frame);
        var removed = frame.tracked.whenComplete((tracked, never) -> pending.remove(id, frame));
        var match = requested(request);
        var answered = match.handle((answer, failure) -> Optional.ofNullable(answer));
        var unused = answered.thenAccept(answer -> await(frame, answer.filter(PendingTracks::hasFaces)));
        return new Followed(match, removed.thenCombineAsync(answered, PendingTracks::join, executor));
    }

    private static CompletableFuture<Match> requested(Supplier<CompletableFuture<Match>> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** @param answer empty if there is nothing to wait for */
    private void await(Pending frame, Optional<Match> answer) {
        if (answer.isEmpty()) {
            frame.tracked.complete(Optional.empty());
            return;
        }
        frame.tracked.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS);
        var unused = frame.tracked.thenAccept(tracked -> patience = tracked.isPresent() ? MAX_WAIT : shorter(patience));
    }

    private static Duration shorter(Duration patience) {
        var half = patience.dividedBy(2);
        return half.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : half;
    }

    /** The answer with the tracks: what the tracker read may be an earlier answer to the frame, with the same faces. */
    private static Optional<TrackedFrame> join(Optional<TrackedFrame> tracked, Optional<Match> answer) {
        return answer.filter(PendingTracks::hasFaces).flatMap(match -> tracked.map(TrackedFrame::tracks)
                .filter(tracks -> tracks.size() == faces(match))
                .map(tracks -> new TrackedFrame(match, tracks)));
    }

    private static boolean hasFaces(Match match) {
        return faces(match) > 0;
    }

    private static int faces(Match match) {
        return match.outcome().fold(made -> made.faces().size(), reason -> 0, (code, message) -> 0);
    }

    private void read(ConsumedRecord<TrackedFrame> read) {
        var frame = read.value();
        if (frame != null) {
            accept(frame);
        }
    }

    /** Ignores the frames of other sessions: who writes frames of cameras chooses their ids. */
    void accept(TrackedFrame frame) {
        var awaited = pending.get(frame.facts().id().value());
        if (awaited != null && awaited.session.equals(frame.facts().session())) {
            awaited.tracked.complete(Optional.of(frame));
        }
    }

    /** Frames of videos are not even deserialised. A record without the header is, while any frame waits. */
    boolean mayBePending(Headers headers) {
        return FrameIdHeader.in(headers).map(pending::containsKey).orElse(!pending.isEmpty());
    }

    /** Number of frames whose tracks are pending. */
    int size() {
        return pending.size();
    }

    /** How long the next answer waits at most. */
    Duration patience() {
        return patience;
    }
}
