package io.faceline.benchmarks;

import io.faceline.benchmarks.synthetic.VideoCodec;
import io.faceline.benchmarks.synthetic.VideoWriter;
import io.faceline.vision.video.VideoException;
import java.io.IOException;
import java.nio.file.Path;

/** Creates longer videos from a short one. */
final class Films {
    static final int SECONDS = 60;

    private Films() {}

    /** Repeats the video for a minute, enlarged to 1280 × 720, as H.264. */
    static Path minuteOf720p(Path video, Path target) throws IOException, VideoException {
        var frames = TestMedia.frames(video);
        return VideoWriter.write(target, VideoCodec.H264, SECONDS, position -> {
            var number = (int) Math.round(position * VideoWriter.FRAMES_PER_SECOND);
            return Frames.enlarged(frames.get(number % frames.size()), 1280, 720);
        });
    }
}
