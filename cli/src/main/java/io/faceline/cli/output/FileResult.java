package io.faceline.cli.output;

import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.tracking.TrackedFrame;
import io.faceline.tracking.VideoSummary;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.util.Optional;

/** What became of one file, or of one frame of a video. */
public sealed interface FileResult {
    Path file();

    /** A photo. */
    record Recognised(Path file, Faces<MatchedFace> faces) implements FileResult {}

    /** A frame of a video; they come in order, and after the last one {@link WatchedVideo}. */
    record WatchedFrame(Path file, TrackedFrame frame) implements FileResult {}

    /** A frame of a video that was sent and never answered. */
    record LostFrame(Path file, double position, String code, String message) implements FileResult {}

    /**
     * All of a video.
     *
     * @param note what a reader must know of it, such as that it was not watched to its end
     */
    record WatchedVideo(Path file, VideoFacts facts, VideoSummary summary, Optional<String> note)
            implements FileResult {}

    /** A photo, or the rest of a video, that could not be read. */
    record FailedFile(Path file, String code, String message) implements FileResult {}
}
