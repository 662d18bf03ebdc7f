package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * The frames of a video, which are worth waiting for: a service that is restarted answers later, not never. What has no
 * answer in time was lost on the way, or lies in Kafka and will be answered: nobody knows. So the first such frame, and
 * those that others have overtaken, are sent again under the same id, but ever more rarely, so that no backlog builds up.
 * Their answers are listened for all the while. Safe for all threads.
 */
public final class RetryingFrameSender implements SendFrame, AutoCloseable {
    private final FrameTransport way;
    private final FrameProgress answered;
    private final Times times;
    private final InstantSource clock;
    private final Set<PendingFrame> waiting = ConcurrentHashMap.newKeySet();

    /** Into Kafka, and back. */
    public interface FrameTransport {
        /** The answer, whenever it comes, or {@link FrameLostException}. Ask before the frame is published. */
        CompletableFuture<Match> expect(FrameId frame);

        /** Completes when Kafka took it. */
        CompletableFuture<?> publish(Lane lane, Frame frame);
    }

    /**
     * @param window how many frames are under way at most
     * @param answer after this time without an answer a frame may have been lost
     * @param patience a frame is given up that has no answer for so long while others have
     */
    public record Times(int window, Duration answer, Duration patience) {}

    public RetryingFrameSender(FrameTransport way, FrameProgress answered, Times times, InstantSource clock) {
        this.way = way;
        this.answered = answered;
        this.times = times;
        this.clock = clock;
    }

    /** The answer, however long it takes; or why none will come. */
    @Override
    public CompletableFuture<Match> request(Lane lane, Frame frame) {
        var patient = new PendingFrame(lane, frame, way.expect(frame.facts().id()));
        waiting.add(patient);
        var unused = patient.expected.whenComplete((match, failure) -> waiting.remove(patient));
        patient.publish();
        return patient.expected;
    }

    /** Deals with the frames that found no answer in time. To be called now and then. */
    public void goOn() {
        waiting.forEach(PendingFrame::goOn);
    }

    /** Nobody listens for answers any more. */
    @Override
    public void close() {
        waiting.forEach(PendingFrame::giveUp);
    }

    private final class PendingFrame {
        private final Lane lane;
        private final Frame frame;
        private final CompletableFuture<Match> expected;
        private final Instant since = clock.instant();
        private volatile boolean wasNotTaken;
        // Only the thread that goes on uses these.
        private Instant waitsSince = since;
        private int waits;

        private PendingFrame(Lane lane, Frame frame, CompletableFuture<Match> expected) {
            this.lane = lane;
            this.frame = frame;
            this.expected = expected;
        }

        private void publish() {
            wasNotTaken = false;
            var unused = way.publish(lane, frame).whenComplete((taken, failure) -> wasNotTaken = failure != null);
        }

        private void goOn() {
            var now = clock.instant();
            if (wasNotTaken) {
                publish();
            } else if (!waitsSince.plus(times.answer()).isAfter(now)) {
                waitsSince = now;
                waits++;
                waitedInVain(now);
            }
        }

        private void waitedInVain(Instant now) {
            var sequence = frame.facts().sequence();
            var isOvertaken = answered.isOvertaken(sequence, times.window());
            if (isOvertaken && since.plus(times.patience()).isBefore(now)) {
                giveUp();
            } else if (isDue() && (isOvertaken || answered.isFirst(sequence))) {
                publish();
            }
        }

        /** After the first wait, the second, the fourth, the eighth. */
        private boolean isDue() {
            return Integer.bitCount(waits) == 1;
        }

        private void giveUp() {
            expected.completeExceptionally(new TimeoutException(
                    "no answer came to frame " + frame.facts().id()));
        }
    }
}
