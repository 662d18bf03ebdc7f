package io.faceline.tracker;

import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.service.ServiceMain;
import io.faceline.runtime.streams.StreamsService;

/** Runs the tracker as a process. */
public final class TrackerMain {
    public static final String NAME = "tracker";

    /** Of a hundred sources with a few open tracks each. */
    private static final long STATE_CACHE_BYTES = 8L << 20;

    private TrackerMain() {}

    public static void main(String[] args) {
        ServiceMain.run((settings, kafka) -> {
            var validated = TrackerSettings.from(settings);
            return () -> service(kafka, validated);
        });
    }

    /** Creates the tracker service without starting it. */
    public static StreamsService service(KafkaSettings kafka, TrackerSettings settings) {
        var metrics = new TrackerMetrics();
        var topology = TrackerTopology.build(kafka.topics(), settings, metrics);
        return new StreamsService(NAME, topology, kafka, settings.threads())
                .cachingState(STATE_CACHE_BYTES)
                .measuredBy(metrics);
    }
}
