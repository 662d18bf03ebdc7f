package io.faceline.cli.report;

import io.faceline.tracking.summary.VideoSummary;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A video and the results of processing it.
 *
 * @param note a remark for the reader, such as that the video was not processed to its end
 */
public record SeenVideo(
        Path file, VideoFacts facts, VideoSummary summary, Optional<String> note, Optional<DecisionBasis> basis) {
    String name() {
        return file.getFileName().toString();
    }
}
