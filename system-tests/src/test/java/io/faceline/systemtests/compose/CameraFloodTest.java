package io.faceline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of scripts/camera-flood, without figures. */
@Tag("slow")
class CameraFloodTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final int PHOTOS = 10;

    @TempDir
    Path folder;

    @Test
    void visitorsAreAnswered_andEveryFrameOfACamera_cameraLaneIsFlooded() throws Exception {
        var photo = Path.of(System.getProperty("faceline.npm"), "node_modules/@vladmandic/face-api/demo/sample3.jpg");
        assumeThat(photo).as("the sample photos of the npm package").exists();
        var image = ScaledPhoto.of(photo, 3840, 2160);
        try (var services = RunningServices.open(ROOT, folder, false, List.of("-XX:TieredStopAtLevel=1"))) {
            services.start();
            var kafka =
                    KafkaSettings.from(new Settings(Map.of("FACELINE_BOOTSTRAP_SERVERS", services.bootstrapServers())));
            var visitor = new VisitorPhotos(services.process("ingest").httpPort(), List.of(Files.readAllBytes(photo)));
            try (var flood = new CameraFlood(kafka, image, 16, 40)) {
                flood.start();

                var answers = visitor.send(PHOTOS);
                flood.stop(Duration.ofMinutes(1));

                assertThat(answers.statuses()).isEqualTo(Map.of(200, PHOTOS));
                // How many are decoded depends on the machine.
                assertThat(flood.outcomes().keySet()).isSubsetOf("STALE", "answered");
                assertThat(flood.outcomes().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(flood.sent());
            }
        }
    }
}
