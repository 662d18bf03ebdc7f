package io.faceline.ingest.feeds;

import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.FrameSender;
import io.faceline.ingest.transport.TraceParent;
import java.util.concurrent.CompletableFuture;

/** Sends the frames of feeds through the camera lane. */
interface FeedTransport {
    /** Completes with the answer. */
    CompletableFuture<?> ask(Frame frame, TraceParent trace);

    /** Sends a frame without a picture. Completes when it is written; nobody waits for its answer. */
    CompletableFuture<?> drop(Frame frame, DropReason reason);

    static FeedTransport over(FrameSender frames, FrameMetrics metrics) {
        var counted = metrics.over(frames::request);
        return new FeedTransport() {
            @Override
            public CompletableFuture<?> ask(Frame frame, TraceParent trace) {
                return counted.request(Lane.CAMERA, frame, trace);
            }

            @Override
            public CompletableFuture<?> drop(Frame frame, DropReason reason) {
                metrics.dropped(Lane.CAMERA, reason);
                return frames.publish(Lane.CAMERA, frame);
            }
        };
    }
}
