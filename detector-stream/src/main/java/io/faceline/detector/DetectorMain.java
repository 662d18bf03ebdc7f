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
import java.time.InstantSource;

/** Runs the detector of one lane as a process. */
public final class DetectorMain {
    private DetectorMain() {}

    public static void main(String... arguments) {
        ServiceMain.run((settings, kafka) -> {
            var validated = DetectorSettings.from(settings).requireDecodingWithin(kafka.recordTimeout());
            return () -> service(kafka, validated, analyzer(validated));
        });
    }

    /** The name of the stage in this lane. */
    public static String name(Lane lane) {
        return "detector-" + lane.label();
    }

    /** Creates the detector service without starting it. The service owns the analyzer. */
    public static StreamsService service(KafkaSettings kafka, DetectorSettings settings, FaceAnalyzer analyzer) {
        var meter = meter(settings.lane(), analyzer);
        var detectFaces = new DetectFaces(analyzer, settings.maxFaces());
        var fingerprint = settings.fingerprint(analyzer.model().id());
        var camera = camera(settings);
        var topology = DetectorTopology.build(kafka.topics(), settings.lane(), camera, meter.timed(frame -> detectFaces
                .in(frame)
                .by(fingerprint)));
        return new StreamsService(
                        name(settings.lane()), topology, kafka, settings.threads(), BatchingProfile.of(settings.lane()))
                .decidingBy(fingerprint)
                .owning(analyzer)
                .measuredBy(meter)
                .measuredBy(camera);
    }

    /** Creates the rules of the camera lane; they have no effect in another lane. */
    public static CameraLane camera(DetectorSettings settings) {
        return new CameraLane(settings.camera(), InstantSource.system());
    }

    /** Creates the metrics of the detector. */
    public static StageMetrics meter(Lane lane, FaceAnalyzer analyzer) {
        var model = analyzer.model();
        return new StageMetrics("detect", lane.label())
                .model(model.id(), model.device().name());
    }

    private static FaceAnalyzer analyzer(DetectorSettings settings) {
        try {
            return Vision.openAnalyzer(settings.vision(InferencePermits.onePerCore()));
        } catch (ModelException | CatalogException e) {
            throw new SettingsException(e.getMessage(), e);
        }
    }
}
