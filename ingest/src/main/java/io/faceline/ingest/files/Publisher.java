package io.faceline.ingest.files;

import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.JobStore;
import io.faceline.vision.video.VideoDecoder;

/** Publishes photos and videos to Kafka. Thread-safe. */
public interface Publisher {
    /** Opens a new job of this session, with the configured window. */
    BulkJob openJob(SessionId session);

    /** Opens a job with this id, which is new or belongs to a job being resumed. */
    BulkJob openJob(SessionId session, String id);

    /** The jobs that are stored in the topic {@code jobs}. */
    JobStore jobs();

    /** Reads photos from files, within the configured limits. */
    PhotoReader photos();

    /** Opens a decoder with the configured limits; the caller closes it. */
    VideoDecoder openDecoder();
}
