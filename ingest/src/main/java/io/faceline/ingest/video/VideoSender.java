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

/** Sends the frames of a video through the bulk lane, as fast as they are answered. One thread uses it. */
public final class VideoSender {
    private final VideoDecoder decoder;
    private final double framesPerSecond;

    /** Follows a video on its way. All but the answers come on the thread that sends. */
    public interface Follower {
        /** What the video says of itself. */
        void opened(VideoFacts facts);

        /** Whether this frame has its answer from before the job was resumed. */
        boolean isAnswered(long sequence);

        /** A frame is under way; the future is as in {@link FrameSender#request}. */
        void sent(long sequence, double position, CompletableFuture<Match> answer);

        /** Whether no more frames are wanted. */
        boolean isCancelled();
    }

    /** @param framesPerSecond how many frames of a second are sent; the video's own rate or more sends every frame */
    public VideoSender(VideoDecoder decoder, double framesPerSecond) {
        this.decoder = decoder;
        this.framesPerSecond = framesPerSecond;
    }

    public double framesPerSecond() {
        return framesPerSecond;
    }

    /**
     * Returns when all frames were sent; the last answers are still to come.
     *
     * @return how many packets could not be decoded and were passed over
     * @throws VideoException when it is no video, or breaks off; frames sent before that are answered all the same
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
            job.pass();
        } else {
            follower.sent(
                    sequence,
                    frame.position(),
                    job.submit(new Role.Probe(), frame.jpeg(), frame.position(), FrameFacts.ANY_GALLERY));
        }
    }
}
