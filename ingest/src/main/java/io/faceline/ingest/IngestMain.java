package io.faceline.ingest;

import io.faceline.runtime.ServiceMain;

/** Ingest as a process of its own. */
public final class IngestMain {
    private IngestMain() {}

    public static void main(String... arguments) {
        ServiceMain.run((settings, kafka) -> {
            var ingest = IngestSettings.from(settings);
            return () -> new Ingest(ingest, kafka);
        });
    }
}
