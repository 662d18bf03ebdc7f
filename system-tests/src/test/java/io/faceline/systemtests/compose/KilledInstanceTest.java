package io.faceline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matcher is the stage with state; scripts/killed-instance measures the others as well. */
@Tag("slow")
class KilledInstanceTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final Duration MAX = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void everyPhotoIsAnswered_oneOfTwoMatchersIsKilled() throws Exception {
        var photo = Path.of(System.getProperty("faceline.npm"), "node_modules/@vladmandic/face-api/demo/sample3.jpg");
        assumeThat(photo).as("the sample photos of the npm package").exists();
        try (var services = RunningServices.open(ROOT, folder, false, List.of("-XX:TieredStopAtLevel=1"))) {
            services.start(Set.of("ingest", "detector-live", "embedder-live", "matcher"));

            var answers = new KilledInstance(services, List.of(Files.readAllBytes(photo))).of("matcher");

            System.out.println("longest answer after the kill of a matcher: "
                    + Math.round(answers.millis().at(1)) + " ms");
            assertThat(answers.statuses()).containsOnlyKeys(200);
            assertThat(answers.millis().at(1)).isLessThan(MAX.toMillis());
        }
    }
}
