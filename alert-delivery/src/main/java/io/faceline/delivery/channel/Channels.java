package io.faceline.delivery.channel;

import io.faceline.contracts.delivery.Receiver;

/** Opens the ways to receivers, each by the kind of its target. Thread-safe. */
@FunctionalInterface
public interface Channels {
    /** A receiver that cannot be reached as it is, such as one of an unknown kind, fails at its first message. */
    Channel open(Receiver receiver);
}
