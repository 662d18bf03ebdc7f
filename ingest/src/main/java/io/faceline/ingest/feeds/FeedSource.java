package io.faceline.ingest.feeds;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.transport.TraceParent;
import io.faceline.runtime.kafka.HeaderText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source of pictures. One is in flight at a time and the newest waits, as with a live source. Its first pictures, and
 * those of a source that sends now and then, are photos, in which small faces are searched; the others are frames of a
 * stream, of which there are more. {@link #offer}, {@link #takeWaiting}, {@link #following} and {@link #isIdle} are
 * thread-safe, all else is confined to the reading thread.
 */
final class FeedSource {
    /** Before all names of sources, so that none has the name of a camera that ingest reads. */
    static final String PREFIX = "feed/";

    /** Of the pictures of a stream. */
    private static final Duration MAX_GAP = Duration.ofSeconds(1);
    /** As many of them make a stream. */
    private static final int MIN_STREAM = 3;
    /** When the tracker has ended all tracks of the source. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final double MILLIS_PER_SECOND = 1000;

    private final String name;
    private final WindowRate rate;

    private long lastSequence = -1;
    private Instant streamBegan = Instant.EPOCH;
    private Instant lastAppended = Instant.EPOCH;
    private int inARow;
    private boolean isStream;

    @GuardedBy("this")
    private Instant lastRead;

    @GuardedBy("this")
    private boolean isBusy;

    @GuardedBy("this")
    private @Nullable FeedFrame waiting;

    /**
     * What becomes of frames when another one comes.
     *
     * @param sent the one that is to be sent now
     * @param replaced the one that was waiting
     */
    record Offered(Optional<FeedFrame> sent, Optional<FeedFrame> replaced) {}

    FeedSource(String key, int framesPerSecond, Instant now) {
        this.name = PREFIX + key;
        this.rate = new WindowRate(framesPerSecond, Duration.ofSeconds(1));
        this.lastRead = now;
    }

    /** Whether this picture is not one too many in its second, by the broker's clock. */
    boolean takes(FeedRecord read) {
        synchronized (this) {
            lastRead = read.now();
        }
        return rate.take(read.appendedAt());
    }

    /** The next frame of the source. */
    FeedFrame frame(FeedRecord read, Blob picture) {
        var appended = read.appendedAt();
        lastSequence = Math.max(appended.toEpochMilli(), lastSequence + 1);
        var facts = new FrameFacts(
                new FrameId(name + "/" + read.number()),
                new SessionId(SessionId.CAMERA_PREFIX + name),
                new Role.Probe(),
                name,
                lastSequence,
                read.capturedAt(),
                position(appended),
                FrameFacts.ANY_GALLERY);
        var trace = TraceParent.of(
                HeaderText.in(read.read().headers(), TraceParent.HEADER).orElse(null));
        return new FeedFrame(read.partition(), read.offset(), facts, picture, trace);
    }

    /** In seconds since the stream began; none for a photo. */
    private @Nullable Double position(Instant appended) {
        var gap = Duration.between(lastAppended, appended);
        lastAppended = appended;
        if (gap.compareTo(SILENCE) > 0) {
            isStream = false;
        }
        inARow = gap.compareTo(MAX_GAP) > 0 ? 1 : inARow + 1;
        if (!isStream && inARow >= MIN_STREAM) {
            isStream = true;
            streamBegan = appended;
        }
        return isStream ? Math.max(0, Duration.between(streamBegan, appended).toMillis() / MILLIS_PER_SECOND) : null;
    }

    synchronized Offered offer(FeedFrame newest) {
        if (!isBusy) {
            isBusy = true;
            return new Offered(Optional.of(newest), Optional.empty());
        }
        var replaced = takeWaiting();
        waiting = newest;
        return new Offered(Optional.empty(), replaced);
    }

    synchronized Optional<FeedFrame> takeWaiting() {
        var taken = Optional.ofNullable(waiting);
        waiting = null;
        return taken;
    }

    /** The frame that is to be sent when one was answered. */
    synchronized Optional<FeedFrame> following() {
        var next = takeWaiting();
        isBusy = next.isPresent();
        return next;
    }

    /** Whether nothing was read since then, and nothing is in flight. */
    synchronized boolean isIdle(Instant since) {
        return !isBusy && lastRead.isBefore(since);
    }
}
