package io.faceline.systemtests.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Measures what visitors notice when one of two instances of each stage is killed. Prints a Markdown table. */
public final class KilledInstanceMain {
    private KilledInstanceMain() {}

    /** @param arguments the repository; a folder for data and logs; a photo */
    public static void main(String... arguments) throws Exception {
        var photos = List.of(Files.readAllBytes(Path.of(arguments[2])));
        try (var services = RunningServices.open(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), false, List.of())) {
            services.start(Set.of("ingest", "detector-live", "embedder-live", "matcher"));
            var killed = new KilledInstance(services, photos);
            System.out.print("| killed | p50 | longest answer | answers |\n|---|---|---|---|\n");
            for (var stage : List.of("detector-live", "embedder-live", "matcher")) {
                var answers = killed.of(stage);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.0f ms | %.1f s | %s |%n",
                        stage,
                        answers.millis().median(),
                        answers.millis().at(1) / 1e3,
                        answers.statuses());
            }
        }
        System.exit(0);
    }
}
