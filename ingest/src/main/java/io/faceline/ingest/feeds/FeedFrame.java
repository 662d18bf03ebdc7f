package io.faceline.ingest.feeds;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.ingest.transport.TraceParent;
import org.apache.kafka.common.TopicPartition;

/** A picture of a source on its way to {@code frames.camera}, and the record that it came from. */
record FeedFrame(TopicPartition partition, long offset, FrameFacts facts, Blob picture, TraceParent trace) {
    Frame frame() {
        return new Frame(facts, Outcome.made(picture));
    }

    /** Says why there will be no faces. */
    Frame dropped(DropReason reason) {
        return new Frame(facts, Outcome.dropped(reason));
    }

    int bytes() {
        return picture.size();
    }
}
