package io.faceline.benchmarks.synthetic;

import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.video.VideoException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures how well people are named in videos and how often names change. Prints Markdown tables.
 *
 * <p>Arguments: the folder of test data with lfw, video/hamilton.mp4 and photos/face_recognition; videos of each kind;
 * frames per second; the seed.
 */
public final class NamesInFilms {
    private static final int GALLERY = 500;

    private NamesInFilms() {}

    public static void main(String... arguments) throws IOException, VideoException, InterruptedException {
        var data = Path.of(arguments[0]);
        var films = Integer.parseInt(arguments[1]);
        var framesPerSecond = Double.parseDouble(arguments[2]);
        var seed = Long.parseLong(arguments[3]);
        try (var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.BULK), System.getenv())) {
            var measure = new MeasureNames(data.resolve("lfw"), GALLERY, films, framesPerSecond, seed);
            System.out.println(FilmTable.of(measure.run(pipeline, List.of(FilmKind.values()))));
            System.out.println(FilmTable.ofHamilton(new CloseupVideo(data).watch(pipeline, framesPerSecond)));
        }
    }
}
