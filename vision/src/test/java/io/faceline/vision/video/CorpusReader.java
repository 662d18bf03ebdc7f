package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.image.decode.PhotoEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.opencv.core.Mat;

/** What a file of the corpus comes to, read as the pipeline reads it. */
final class CorpusReader implements AutoCloseable {
    private static final double FRAMES_PER_SECOND = 5;

    private final VideoDecoder videos = new VideoDecoder(VideoLimits.DEFAULT);

    /**
     * How a file ended.
     *
     * @param content a hash of all frames and their positions
     */
    record Ending(int frames, int content, Optional<FailureCode> error) {
        boolean isSome() {
            return frames > 0 || error.isPresent();
        }
    }

    Ending at(Path file) throws IOException {
        return VideoKind.of(file).isPresent() ? video(file) : photo(file);
    }

    private Ending video(Path file) {
        var frames = 0;
        var content = 0;
        try (var reading = videos.open(file, FRAMES_PER_SECOND)) {
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                frames++;
                content = 31 * content + frame.get().hashCode();
            }
            return new Ending(frames, content, Optional.empty());
        } catch (VideoException e) {
            return new Ending(frames, content, Optional.of(e.code()));
        }
    }

    private static Ending photo(Path file) throws IOException {
        try {
            var sent = new PhotoEncoder().forKafka(Files.readAllBytes(file), ImageLimits.DEFAULT);
            try (var picture = new ImageDecoder(ImageLimits.DEFAULT).decode(sent.toByteArray())) {
                return new Ending(1, hash(picture.bgr()), Optional.empty());
            }
        } catch (ImageException e) {
            return new Ending(0, 0, Optional.of(e.code()));
        }
    }

    /** Row by row: a copy of a large picture would be most of the memory that a run takes. */
    private static int hash(Mat pixels) {
        var row = new byte[3 * pixels.cols()];
        var hash = 0;
        for (var y = 0; y < pixels.rows(); y++) {
            pixels.get(y, 0, row);
            hash = 31 * hash + Arrays.hashCode(row);
        }
        return hash;
    }

    /** Of the process that decodes videos. */
    long pid() throws VideoException {
        return videos.pid();
    }

    @Override
    public void close() {
        videos.close();
    }
}
