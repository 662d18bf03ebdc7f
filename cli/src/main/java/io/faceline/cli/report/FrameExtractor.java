package io.faceline.cli.report;

import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoFrame;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frames of videos once more, after they went by. One thread uses it. */
public final class FrameExtractor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrameExtractor.class);

    /** Whoever interrupts a run does not wait for all pictures. */
    private static final Duration LEFT_WHEN_INTERRUPTED = Duration.ofSeconds(8);

    private final VideoDecoder videos;
    private final ImageDecoder images;
    private final BooleanSupplier isInterrupted;
    private Optional<Kept> last = Optional.empty();
    private Optional<Instant> deadline = Optional.empty();

    /** Several people are often best in the same frame, one after the other. */
    private record Kept(Path video, double position, VideoFrame frame) {
        boolean is(Path otherVideo, double otherPosition) {
            return video.equals(otherVideo) && Double.compare(position, otherPosition) == 0;
        }
    }

    /** @param videos is closed with this */
    public FrameExtractor(VideoDecoder videos, ImageDecoder images, BooleanSupplier isInterrupted) {
        this.videos = videos;
        this.images = images;
        this.isInterrupted = isInterrupted;
    }

    /** The frame at this position, which the caller closes; empty when it cannot be had again. */
    Optional<Picture> at(Path video, double position) {
        if (isOutOfTime()) {
            return Optional.empty();
        }
        try {
            var frame = frame(video, position);
            return frame.isEmpty()
                    ? Optional.empty()
                    : Optional.of(images.decode(frame.get().jpeg()));
        } catch (VideoException | ImageException e) {
            LOG.debug("event=no_still position={}", position, e);
            return Optional.empty();
        }
    }

    private Optional<VideoFrame> frame(Path video, double position) throws VideoException {
        if (last.filter(kept -> kept.is(video, position)).isEmpty()) {
            last = videos.frameAt(video, position).map(frame -> new Kept(video, position, frame));
        }
        return last.map(Kept::frame);
    }

    private boolean isOutOfTime() {
        if (deadline.isEmpty() && isInterrupted.getAsBoolean()) {
            deadline = Optional.of(Instant.now().plus(LEFT_WHEN_INTERRUPTED));
        }
        return deadline.filter(Instant.now()::isAfter).isPresent();
    }

    @Override
    public void close() {
        videos.close();
    }
}
