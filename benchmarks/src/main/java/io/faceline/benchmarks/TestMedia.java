package io.faceline.benchmarks;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.image.decode.PhotoEncoder;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The test data: the folder {@code ../shared}, or the one in the system property {@code faceline.shared}. */
final class TestMedia {
    private static final Path DATA =
            Path.of(System.getProperty("faceline.shared", "../shared")).resolve("data");

    /** A rate that selects every frame. */
    private static final double ALL = 1000;

    private TestMedia() {}

    static Path file(String path) {
        return DATA.resolve(path);
    }

    /** All 275 frames of hamilton.mp4, 640 × 360, as sent through Kafka. */
    static List<Blob> hamilton() throws VideoException {
        return frames(file("video/hamilton.mp4"));
    }

    static List<Blob> frames(Path video) throws VideoException {
        var frames = new ArrayList<Blob>();
        try (var decoder = new VideoDecoder(VideoLimits.DEFAULT);
                var reading = decoder.open(video, ALL)) {
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                frames.add(frame.get().jpeg());
            }
        }
        return frames;
    }

    /** Photos as ingest re-encodes them. */
    static List<Blob> forKafka(List<Blob> photos) throws ImageException {
        var encoder = new PhotoEncoder();
        var fit = new ArrayList<Blob>();
        for (var photo : photos) {
            fit.add(encoder.forKafka(photo, ImageLimits.DEFAULT));
        }
        return fit;
    }
}
