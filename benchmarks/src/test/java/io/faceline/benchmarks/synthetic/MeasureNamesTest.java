package io.faceline.benchmarks.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of {@link NamesInFilms}. */
@Tag("slow")
class MeasureNamesTest {
    private static final int GALLERY = 20;
    private static final double FRAMES_PER_SECOND = 5;
    private static final long SEED = 1;

    @Test
    void tracks_nameMoreAndFlickerLess_andNobodyWrongly() throws Exception {
        var scores = measure(List.of(FilmKind.BLURRED, FilmKind.TURNING, FilmKind.CROSSING_A_STRANGER));

        var all = scores.values().stream().reduce(FilmScore.NONE, FilmScore::plus);
        assertThat(all.known().found()).as("faces found of " + all).isGreaterThan(50);
        assertThat(all.known().track().right())
                .as("named right: " + all)
                .isGreaterThan(all.known().own().right());
        assertThat(all.known().track().changes())
                .as("changes of name: " + all)
                .isLessThanOrEqualTo(all.known().own().changes());
        assertThat(all.known().track().wrong()).isZero();
        assertThat(all.missed()).as("people missed").isZero();
        assertThat(all.strangers().track().wrong()).as("strangers named").isZero();
        assertThat(all.invented()).as("names invented").isZero();
    }

    private static Map<FilmKind, FilmScore> measure(List<FilmKind> kinds) throws Exception {
        var photos = Path.of(System.getProperty("faceline.shared")).resolve("data/lfw");
        assumeThat(photos)
                .as("the photos of LFW, which are not part of the project")
                .exists();
        try (var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.BULK), System.getenv())) {
            return new MeasureNames(photos, GALLERY, 1, FRAMES_PER_SECOND, SEED).run(pipeline, kinds);
        }
    }
}
