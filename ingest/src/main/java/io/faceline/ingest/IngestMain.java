package io.faceline.ingest;

import io.faceline.ingest.camera.open.SecretLogins;
import io.faceline.runtime.service.ServiceMain;
import io.faceline.web.access.LateEndedSessions;
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
        var ended = new LateEndedSessions();
        ServiceMain.run(settings -> RequestFilters.routes(settings, ended), (settings, kafka) -> {
            var ingest = IngestSettings.from(settings).requireTimeForTakeover(kafka);
            var files = Stream.of(arguments).map(Path::of).toList();
            var logins = SecretLogins.of(settings);
            return () -> {
                var opened = new Ingest(ingest, kafka, files, logins);
                ended.become(opened.sessions());
                return opened;
            };
        });
    }
}
