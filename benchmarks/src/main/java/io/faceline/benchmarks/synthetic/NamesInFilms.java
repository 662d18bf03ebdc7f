package io.faceline.benchmarks.synthetic;

import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.video.VideoException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How well are people named in films, and how much do names flicker? Prints tables of Markdown.
 *
 * <p>Arguments: the folder of test data, with lfw, video/hamilton.mp4 and photos/face_recognition; films of each kind; frames
 * of a second to look at; the seed.
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
