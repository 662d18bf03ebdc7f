package io.faceline.delivery.channel;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way to one receiver, open while this instance delivers and the receiver is enabled. It is closed and opened anew when
 * the receiver is changed. Connecting is its own affair: opening must not block.
 */
public interface Channel extends AutoCloseable {
    /**
     * Tells the receiver. Called by the receiver's own thread, one at a time, and never for an alert whose earlier revision is
     * still under way. Returns within some 20 s, and at once when the thread is interrupted.
     */
    Outcome deliver(Outgoing message) throws InterruptedException;

    /**
     * Each revision of each alert as it is read, told or not, in the order of the topic: for channels that show a state. May
     * repeat. Called by the reading thread, must not block.
     */
    default void observed(Alert alert) {}

    /**
     * Tells from now on how the receiver does, also when there is nothing to deliver: empty when it was reached, otherwise why
     * not, as in {@link Outcome#reason}. Called by threads of the channel, never during this call. For channels that stay
     * connected.
     */
    default void watch(Consumer<Optional<String>> condition) {}

    /** What becomes of old news here: what the receiver wants, unless old news does harm. */
    default LatePolicy late(Receiver receiver) {
        return receiver.late();
    }

    /**
     * The receiver was deleted or disabled: what is kept for it elsewhere is removed, as far as it can be reached within a
     * few seconds. Closed next.
     */
    default void retire() {}

    /** Idempotent, bounded in time. */
    @Override
    void close();
}
