package io.faceline.evaluation.detection;

import io.faceline.contracts.Blob;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads sampled frames of films. */
final class Films {
    private Films() {}

    static List<Blob> frames(Path film, double framesPerSecond) {
        var frames = new ArrayList<Blob>();
        try (var decoder = new VideoDecoder(VideoLimits.DEFAULT);
                var reading = decoder.open(film, framesPerSecond)) {
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                frames.add(frame.get().jpeg());
            }
            return frames;
        } catch (VideoException e) {
            throw new EvaluationException(film + ": " + e.getMessage(), e);
        }
    }
}
