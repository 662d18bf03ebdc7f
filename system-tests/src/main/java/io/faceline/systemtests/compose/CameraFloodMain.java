package io.faceline.systemtests.compose;

import io.faceline.contracts.Blob;
import io.faceline.evaluation.dataset.PhotoFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Measures what visitors notice of a flood of 4K frames on the camera lane. Prints a Markdown table. */
public final class CameraFloodMain {
    private static final int PHOTOS = 200;
    private static final int WARM_UP = 200;
    private static final int SOURCES = 16;
    private static final Duration BEFORE_MEASURING = Duration.ofSeconds(10);
    private static final Duration LAST_ANSWER = Duration.ofMinutes(2);

    private CameraFloodMain() {}

    /** @param arguments the repository; a folder for data and logs; a folder of photos; a photo of a camera; frames a second */
    public static void main(String... arguments) throws Exception {
        var photos = PhotoFolder.first(PHOTOS, Path.of(arguments[2])).stream()
                .map(Blob::toByteArray)
                .toList();
        var rate = Double.parseDouble(arguments[4]);
        var image = ScaledPhoto.of(Path.of(arguments[3]), 3840, 2160);
        try (var services = RunningServices.open(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), false, List.of())) {
            services.start();
            var kafka = services.kafka();
            var visitor = new VisitorPhotos(services.process("ingest").httpPort(), photos);
            visitor.send(WARM_UP);
            System.out.print("| photos of visitors | p50 | p95 | max | answers |\n|---|---|---|---|---|\n");
            print("before", visitor.send(PHOTOS));
            try (var flood = new CameraFlood(kafka, image, SOURCES, rate)) {
                flood.start();
                Thread.sleep(BEFORE_MEASURING.toMillis());
                var sentBefore = flood.sent();
                var start = System.nanoTime();
                var during = visitor.send(PHOTOS);
                var perSecond = (flood.sent() - sentBefore) * 1e9 / (System.nanoTime() - start);
                print(
                        String.format(
                                Locale.ROOT,
                                "during %.1f frames/s of %d bytes from %d sources",
                                perSecond,
                                image.size(),
                                SOURCES),
                        during);
                flood.stop(LAST_ANSWER);
                print("after", visitor.send(PHOTOS));
                System.out.println("\nframes of cameras: " + flood.sent() + ", of which " + flood.outcomes());
            }
        }
        System.exit(0);
    }

    private static void print(String name, VisitorPhotos.Result result) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f ms | %.0f ms | %.0f ms | %s |%n",
                name,
                result.millis().median(),
                result.millis().at(0.95),
                result.millis().at(1),
                result.statuses());
    }
}
