package io.faceline.alerts;

import io.faceline.alerting.judges.Judges;
import io.faceline.alerts.judging.AlertsMetrics;
import io.faceline.alerts.judging.JudgeFactory;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.service.ServiceMain;
import io.faceline.runtime.streams.StreamsService;
import java.time.Duration;
import java.time.InstantSource;

/** Runs the stage that judges tracks by rules as a process. */
public final class AlertsMain {
    public static final String NAME = "alerts";

    /** A track waits twice for a commit: until it is passed on, and until its alert can be read. */
    private static final Duration COMMIT = Duration.ofMillis(50);

    private AlertsMain() {}

    public static void main(String[] args) {
        ServiceMain.run((settings, kafka) -> {
            var validated = AlertsSettings.from(settings);
            return () -> service(kafka, validated);
        });
    }

    /** Creates the service without starting it. */
    public static StreamsService service(KafkaSettings kafka, AlertsSettings settings) {
        var kept = kafka.topics().retention().alerts();
        return service(kafka, settings, (rule, book, memory) -> Judges.of(rule, book, memory, kept), COMMIT);
    }

    static StreamsService service(KafkaSettings kafka, AlertsSettings settings, JudgeFactory judges, Duration commit) {
        var metrics = new AlertsMetrics();
        var progress = new GroupProgress(kafka, InstantSource.system());
        var topology = AlertsTopology.build(kafka.topics(), judges, progress, metrics);
        return new StreamsService(NAME, topology, kafka, settings.threads())
                .exactlyOnce(commit)
                .owning(progress)
                .measuredBy(metrics)
                .measuredBy(progress);
    }
}
