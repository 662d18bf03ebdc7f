package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends the frames of one job, which wait for each other: a frame fails once none of them was answered for so long, however
 * slow the machine is. Thread-safe.
 */
public final class JobFrameSender implements SendFrame {
    private final RetryingFrameSender.FrameTransport transport;
    private final Duration timeout;
    private volatile long lastAnswer = System.nanoTime();

    /** @param timeout time without any answer after which all unanswered frames fail */
    public JobFrameSender(RetryingFrameSender.FrameTransport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    /** The answer, or a failure as of {@link FrameSender#request}. A job belongs to no trace. */
    @Override
    public CompletableFuture<Match> request(Lane lane, Frame frame, TraceParent trace) {
        var answer = transport.expect(frame.facts().id());
        var unused = answer.thenRun(() -> lastAnswer = System.nanoTime());
        expire(answer, System.nanoTime());
        publish(lane, frame, answer);
        return answer;
    }

    private void publish(Lane lane, Frame frame, CompletableFuture<Match> answer) {
        var unused = transport.publish(lane, frame).whenComplete((metadata, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(FrameSender.rejected(failure));
            }
        });
    }

    private void expire(CompletableFuture<Match> answer, long since) {
        var left = timeout.toNanos() - (System.nanoTime() - since);
        var timer = new CompletableFuture<Void>().completeOnTimeout(null, Math.max(0, left), TimeUnit.NANOSECONDS);
        var unused = timer.thenRun(() -> expired(answer, since));
        cancelOnceAnswered(timer, answer);
    }

    /** Called on the thread of all timers of the JVM. */
    private void expired(CompletableFuture<Match> answer, long since) {
        if (lastAnswer - since > 0) {
            expire(answer, lastAnswer);
        } else {
            answer.completeExceptionally(
                    new TimeoutException("no frame of the job was answered for " + timeout.toMillis() + " ms"));
        }
    }

    /** A timer keeps the answer, which is large, until it is cancelled. */
    private static void cancelOnceAnswered(CompletableFuture<Void> timer, CompletableFuture<Match> answer) {
        var unused = answer.whenComplete((match, failure) -> timer.cancel(false));
    }
}
