package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import java.util.concurrent.CompletableFuture;

/** Sends a frame and returns its one answer, as {@link FrameSender#request} does. */
@FunctionalInterface
public interface SendFrame {
    CompletableFuture<Match> request(Lane lane, Frame frame, TraceParent trace);

    /** Of no trace. */
    default CompletableFuture<Match> request(Lane lane, Frame frame) {
        return request(lane, frame, TraceParent.NONE);
    }
}
