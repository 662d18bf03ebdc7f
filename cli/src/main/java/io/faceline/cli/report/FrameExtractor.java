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

/** Reads single frames of videos again after processing. Not thread-safe. */
public final class FrameExtractor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrameExtractor.class);

    /** After an interrupt, the user does not wait for all images. */
    private static final Duration TIMEOUT_AFTER_INTERRUPT = Duration.ofSeconds(8);

    private final VideoDecoder videos;
    private final ImageDecoder images;
    private final BooleanSupplier isInterrupted;
    private Optional<CachedFrame> last = Optional.empty();
    private Optional<Instant> deadline = Optional.empty();

    /** The last frame is cached, as it is often the best shot of several people. */
    private record CachedFrame(Path video, double position, VideoFrame frame) {
        boolean is(Path otherVideo, double otherPosition) {
            return video.equals(otherVideo) && Double.compare(position, otherPosition) == 0;
        }
    }

    /** @param videos closed by {@link #close} */
    public FrameExtractor(VideoDecoder videos, ImageDecoder images, BooleanSupplier isInterrupted) {
        this.videos = videos;
        this.images = images;
        this.isInterrupted = isInterrupted;
    }

    /** The frame at this position, or empty when it cannot be read again. The caller closes it. */
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
            LOG.debug("event=frame_unavailable position={}", position, e);
            return Optional.empty();
        }
    }

    private Optional<VideoFrame> frame(Path video, double position) throws VideoException {
        if (last.filter(cached -> cached.is(video, position)).isEmpty()) {
            last = videos.frameAt(video, position).map(frame -> new CachedFrame(video, position, frame));
        }
        return last.map(CachedFrame::frame);
    }

    private boolean isOutOfTime() {
        if (deadline.isEmpty() && isInterrupted.getAsBoolean()) {
            deadline = Optional.of(Instant.now().plus(TIMEOUT_AFTER_INTERRUPT));
        }
        return deadline.filter(Instant.now()::isAfter).isPresent();
    }

    @Override
    public void close() {
        videos.close();
    }
}
