package io.faceline.benchmarks.cameras;

import io.faceline.benchmarks.synthetic.CameraFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * Measures what the motion gate and the reuse of embeddings save, and what they cost in names. Prints a Markdown table.
 *
 * <p>Arguments: the folder of test data with lfw; the number of films; the runs, by default all.
 */
public final class CameraCosts {
    private static final String HEAD = """
            | run | CPU s | of the first | CPU s a camera and minute | answered of all frames | with a face, not answered \
            | people named | wrong names | tracks | faces with the right name |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private static final double MILLIS_PER_SECOND = 1000;

    private CameraCosts() {}

    public static void main(String... arguments) throws IOException, InterruptedException, ExecutionException {
        var films = Integer.parseInt(arguments[1]);
        var folder = Files.createTempDirectory("faceline-cameras");
        try {
            var run = new CameraRun(Path.of(arguments[0]).resolve("lfw"), folder, films);
            var results = new ArrayList<CameraRun.Result>();
            for (var saving : Saving.values()) {
                results.add(run.run(saving));
                System.err.println(row(results.get(0).cpu(), results.get(results.size() - 1)));
            }
            System.out.println(table(results));
        } finally {
            for (var i = 0; i < films; i++) {
                Files.deleteIfExists(folder.resolve("camera-" + i + ".mp4"));
            }
            Files.delete(folder);
        }
    }

    static String table(List<CameraRun.Result> results) {
        var table = new StringBuilder(HEAD);
        results.forEach(
                result -> table.append(row(results.get(0).cpu(), result)).append('\n'));
        return table.toString();
    }

    private static String row(Duration first, CameraRun.Result result) {
        var score = CameraScore.of(result);
        var seconds = seconds(result.cpu());
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.2f | %d of %d | %d of %d | %d of %d | %d | %d | %d |",
                result.saving().label(),
                seconds,
                seconds / seconds(first),
                seconds / result.films().size() * Duration.ofMinutes(1).toSeconds() / CameraFilm.SECONDS,
                score.answered(),
                score.frames(),
                score.missed(),
                score.shown(),
                score.right(),
                score.people(),
                score.wrong(),
                score.tracks(),
                score.named());
    }

    private static double seconds(Duration cpu) {
        return cpu.toMillis() / MILLIS_PER_SECOND;
    }
}
