package io.faceline.cli.report;

import io.faceline.tracking.VideoSummary;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A video and what was found in it.
 *
 * @param note what a reader must know of it, such as that it was not watched to its end
 */
public record SeenVideo(
        Path file, VideoFacts facts, VideoSummary summary, Optional<String> note, Optional<DecisionBasis> basis) {
    String name() {
        return file.getFileName().toString();
    }
}
