package io.faceline.ingest;

import io.faceline.contracts.Frame;
import io.faceline.contracts.Lane;
import io.faceline.contracts.Match;
import java.util.concurrent.CompletableFuture;

/** Sends a frame and gets its one answer, as {@link FrameSender#send} does. */
@FunctionalInterface
interface SendFrame {
    CompletableFuture<Match> send(Lane lane, Frame frame);
}
