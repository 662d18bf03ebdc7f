package io.faceline.benchmarks.clips;

import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A clip in which one person is seen. */
record LabelledClip(Path file, String person) {
    /** @param folder of films with {@code labels.csv}: the file and the person of each clip */
    static List<LabelledClip> in(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("labels.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> new LabelledClip(folder.resolve(fields[0]), fields[1]))
                .toList();
    }

    /** @param framesPerSecond of the frames */
    List<VideoFrame> frames(VideoDecoder decoder, double framesPerSecond) throws VideoException {
        var frames = new ArrayList<VideoFrame>();
        try (var reading = decoder.open(file, framesPerSecond)) {
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }
}
