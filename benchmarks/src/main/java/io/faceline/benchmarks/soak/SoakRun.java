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
 * Visitors one after the other, until there were enough frames. Samples are taken between visits, when nothing is on its
 * way.
 */
final class SoakRun {
    private static final double VIDEO_FRAMES_PER_SECOND = 5;

    /** A visitor in so many brings a video. */
    private static final int WITH_VIDEO_OF = 4;

    private final Pictures pictures;
    private final List<Path> videos;
    private final Random random;

    private SoakRun(Pictures pictures, List<Path> videos, Random random) {
        this.pictures = pictures;
        this.videos = videos;
        this.random = random;
    }

    /**
     * @param folder holds photos and videos, at any depth
     * @param scales the sizes of photos, times what they are
     */
    static SoakRun of(Path folder, List<Double> scales, long seed) throws IOException {
        var photos = new ArrayList<Path>();
        var videos = new ArrayList<Path>();
        for (var file : MediaFiles.ALL.of(List.of(folder))) {
            (VideoKind.of(file).isPresent() ? videos : photos).add(file);
        }
        var random = new Random(seed);
        return new SoakRun(Pictures.of(photos, scales, random), videos, random);
    }

    /** @param every how many frames come between two samples, about */
    List<Sample> run(Pipeline pipeline, long frames, long every, Consumer<Sample> progress)
            throws VideoException, InterruptedException {
        var samples = new ArrayList<Sample>();
        try (var decoder = pipeline.openDecoder()) {
            var watch = new WatchFilm(pipeline, new VideoSender(decoder, VIDEO_FRAMES_PER_SECOND));
            var answered = 0L;
            for (var visit = 0; answered < frames; visit++) {
                answered += new Visit(pipeline, pictures, random).run(video(visit), watch);
                if (answered >= (samples.size() + 1) * every) {
                    var sample = Sample.now(answered);
                    samples.add(sample);
                    progress.accept(sample);
                }
            }
        }
        return samples;
    }

    private Optional<Path> video(int visit) {
        return visit % WITH_VIDEO_OF != 0 || videos.isEmpty()
                ? Optional.empty()
                : Optional.of(videos.get(visit / WITH_VIDEO_OF % videos.size()));
    }
}
