package io.faceline.delivery.channel;

import java.util.Optional;

/** The way to a receiver of a kind that this version does not know: all waits for a newer one. */
public final class UnknownChannel implements Channel {
    @Override
    public Outcome deliver(Outgoing message) {
        return new Outcome.Unreachable("This version cannot reach receivers of this kind", Optional.empty(), false);
    }

    @Override
    public void close() {}
}
