package io.faceline.benchmarks.soak;

import io.faceline.benchmarks.synthetic.WatchFilm;
import io.faceline.ingest.files.MediaFiles;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs sessions one after the other until enough frames were answered. Samples are taken between sessions, when nothing is
 * in flight.
 */
final class SoakRun {
    private static final double VIDEO_FRAMES_PER_SECOND = 5;

    /** One in this many sessions sends a video. */
    private static final int VIDEO_ONE_IN = 4;

    private final PhotoSource photoSource;
    private final List<Path> videos;
    private final Random random;

    private SoakRun(PhotoSource photoSource, List<Path> videos, Random random) {
        this.photoSource = photoSource;
        this.videos = videos;
        this.random = random;
    }

    /**
     * @param folder photos and videos, at any depth
     * @param scales scale factors of photos
     */
    static SoakRun of(Path folder, List<Double> scales, long seed) throws IOException {
        var photos = new ArrayList<Path>();
        var videos = new ArrayList<Path>();
        for (var file : MediaFiles.ALL.in(folder).files()) {
            (VideoKind.of(file).isPresent() ? videos : photos).add(file);
        }
        var random = new Random(seed);
        return new SoakRun(PhotoSource.of(photos, scales, random), videos, random);
    }

    /** @param interval approximate number of frames between two samples */
    List<Sample> run(Pipeline pipeline, long frames, long interval, Consumer<Sample> progress)
            throws VideoException, InterruptedException {
        var samples = new ArrayList<Sample>();
        try (var decoder = pipeline.openDecoder()) {
            var watch = new WatchFilm(pipeline, new VideoSender(decoder, VIDEO_FRAMES_PER_SECOND));
            var answered = 0L;
            for (var session = 0; answered < frames; session++) {
                answered += new SoakSession(pipeline, photoSource, random).run(video(session), watch);
                if (answered >= (samples.size() + 1) * interval) {
                    var sample = Sample.now(answered);
                    samples.add(sample);
                    progress.accept(sample);
                }
            }
        }
        return samples;
    }

    private Optional<Path> video(int session) {
        return session % VIDEO_ONE_IN != 0 || videos.isEmpty()
                ? Optional.empty()
                : Optional.of(videos.get(session / VIDEO_ONE_IN % videos.size()));
    }
}
