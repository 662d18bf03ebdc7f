package io.faceline.cli.output;

import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.track.TrackedFace;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.tracking.summary.VideoSummary;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The result of a file or of a frame of a video. */
public sealed interface FileResult {
    Path file();

    /** A photo. */
    record Recognised(Path file, Faces<MatchedFace> faces) implements FileResult {}

    /** A frame of a video. Frames are in order and are followed by {@link WatchedVideo}. */
    record WatchedFrame(Path file, TrackedFrame frame, List<TrackedFace> faces) implements FileResult {
        public WatchedFrame {
            faces = List.copyOf(faces);
        }

        /** With all its faces. */
        public WatchedFrame(Path file, TrackedFrame frame) {
            this(file, frame, frame.faces());
        }
    }

    /** A frame of a video that was not answered. */
    record LostFrame(Path file, double position, String code, String message) implements FileResult {}

    /**
     * A whole video.
     *
     * @param note a remark for the reader, such as that the video was not processed to its end
     */
    record WatchedVideo(Path file, VideoFacts facts, VideoSummary summary, Optional<String> note)
            implements FileResult {}

    /** A photo, or the rest of a video, that cannot be read. */
    record FailedFile(Path file, String code, String message) implements FileResult {}
}
