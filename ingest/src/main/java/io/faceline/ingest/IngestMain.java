package io.faceline.ingest;

import io.faceline.runtime.service.ServiceMain;
import io.faceline.web.limits.RequestFilters;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Runs ingest as a process. Arguments are files and folders that it publishes after the start; the service keeps running
 * after that.
 */
public final class IngestMain {
    private IngestMain() {}

    public static void main(String... arguments) {
        ServiceMain.run(RequestFilters::routes, (settings, kafka) -> {
            var ingest = IngestSettings.from(settings).requireTimeForTakeover(kafka);
            var files = Stream.of(arguments).map(Path::of).toList();
            return () -> new Ingest(ingest, kafka, files);
        });
    }
}
