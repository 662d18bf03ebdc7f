package io.faceline.ingest.video;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.transport.FrameSender;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoFacts;
import io.faceline.vision.video.VideoFrame;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the frames of a video through the bulk lane, as fast as they are answered. Confined to one thread: the
 * sender's.
 */
public final class VideoSender {
    private final VideoDecoder decoder;
    private final double framesPerSecond;

    /** Observes a video while it is sent. Called on the sending thread. */
    public interface Follower {
        /** The video was opened. */
        void opened(VideoFacts facts);

        /** Whether this frame was answered before the job was resumed. */
        boolean isAnswered(long sequence);

        /** A frame is under way; the future is as in {@link FrameSender#request}. */
        void sent(long sequence, double position, CompletableFuture<Match> answer);

        /** Whether to stop sending. */
        boolean isCancelled();
    }

    /** @param framesPerSecond frames sent per second of video; the video's own rate or more sends every frame */
    public VideoSender(VideoDecoder decoder, double framesPerSecond) {
        this.decoder = decoder;
        this.framesPerSecond = framesPerSecond;
    }

    public double framesPerSecond() {
        return framesPerSecond;
    }

    /**
     * Sends all frames; returns before the last ones are answered.
     *
     * @return number of packets that could not be decoded and were skipped
     * @throws VideoException when the file is no video or is truncated; frames sent before that are still answered
     */
    public long send(Path file, BulkJob job, Follower follower) throws VideoException, InterruptedException {
        try (var reading = decoder.open(file, framesPerSecond)) {
            follower.opened(reading.facts());
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                if (follower.isCancelled()) {
                    return reading.damaged();
                }
                send(frame.get(), job, follower);
            }
            return reading.damaged();
        }
    }

    private static void send(VideoFrame frame, BulkJob job, Follower follower) throws InterruptedException {
        var sequence = job.next();
        if (follower.isAnswered(sequence)) {
            job.skip();
        } else {
            follower.sent(
                    sequence,
                    frame.position(),
                    job.submit(new Role.Probe(), frame.jpeg(), frame.position(), FrameFacts.ANY_GALLERY));
        }
    }
}
