package io.faceline.ingest.files;

import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.JobStore;
import io.faceline.vision.video.VideoDecoder;

/** What it takes to publish photos and videos to Kafka. Thread-safe. */
public interface Publisher {
    /** A new job of this session, with the window of the settings. */
    BulkJob openJob(SessionId session);

    /** A job with this id, which is new or that of a job to be resumed. */
    BulkJob openJob(SessionId session, String id);

    /** The jobs that are remembered. */
    JobStore jobs();

    /** Reads photos from files, within the limits of the settings. */
    PhotoReader photos();

    /** A decoder with the limits of the settings; the caller closes it. */
    VideoDecoder openDecoder();
}
