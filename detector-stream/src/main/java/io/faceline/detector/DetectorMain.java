package io.faceline.detector;

import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.frame.Lane;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.metrics.StageMetrics;
import io.faceline.runtime.service.ServiceMain;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.streams.StreamsService;
import io.faceline.vision.FaceAnalyzer;
import io.faceline.vision.Vision;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.model.ModelException;

/** The detector of one lane as a process of its own. */
public final class DetectorMain {
    private DetectorMain() {}

    public static void main(String... arguments) {
        ServiceMain.run((settings, kafka) -> {
            var checked = DetectorSettings.from(settings);
            return () -> service(kafka, checked, finder(checked));
        });
    }

    /** The detector, not yet started. It closes the finder. */
    public static StreamsService service(KafkaSettings kafka, DetectorSettings settings, FaceAnalyzer finder) {
        var meter = meter(settings.lane(), finder);
        var detectFaces = new DetectFaces(finder, settings.maxFaces());
        var topology = DetectorTopology.build(kafka.topics(), settings.lane(), meter.timed(detectFaces::in));
        return new StreamsService(
                        "detector-" + settings.lane().label(),
                        topology,
                        kafka,
                        settings.threads(),
                        BatchingProfile.of(settings.lane()))
                .owning(finder)
                .measuredBy(meter);
    }

    /** What operators are shown of the detector. */
    public static StageMetrics meter(Lane lane, FaceAnalyzer finder) {
        var model = finder.model();
        return new StageMetrics("detect", lane.label())
                .model(model.id(), model.device().name());
    }

    private static FaceAnalyzer finder(DetectorSettings settings) {
        try {
            return Vision.openFinder(settings.vision(InferencePermits.onePerCore()));
        } catch (ModelException | CatalogException e) {
            throw new SettingsException(e.getMessage(), e);
        }
    }
}
