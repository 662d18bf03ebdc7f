package io.faceline.delivery.channel;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt. Reasons are words for people, at most some hundred characters, without secrets and names. */
public sealed interface Outcome {
    String reason();

    /** The receiver accepted it. */
    record Delivered() implements Outcome {
        @Override
        public String reason() {
            return "The receiver accepted it";
        }
    }

    /**
     * The receiver does not want this message; others perhaps.
     *
     * @param clockAhead how far the receiver's clock is ahead of ours; empty if its answer does not tell
     */
    record Refused(String reason, Optional<Duration> clockAhead) implements Outcome {}

    /**
     * The receiver is down or overloaded: everything waits.
     *
     * @param retryAfter how long the receiver asks to be left alone
     * @param mayHaveArrived whether it may know of the message all the same
     */
    record Unreachable(String reason, Optional<Duration> retryAfter, boolean mayHaveArrived) implements Outcome {}

    /** The receiver does not exist any more, and says so. */
    record Gone(String reason) implements Outcome {}

    /**
     * The message is not sent and does not wait, such as an event for a broker that is away. The receiver counts as down until
     * one is delivered; the next is tried at once.
     */
    record Dropped(String reason) implements Outcome {}

    /** The message is no news any more and is not sent, which tells nothing of the receiver. */
    record Outdated(String reason) implements Outcome {}
}
