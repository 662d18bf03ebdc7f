package io.faceline.embedder;

import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.frame.Lane;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.metrics.StageMetrics;
import io.faceline.runtime.service.ServiceMain;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.streams.StreamsService;
import io.faceline.vision.Vision;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.model.ModelException;

/** Runs the embedder of one lane as a process. */
public final class EmbedderMain {
    private EmbedderMain() {}

    public static void main(String... arguments) {
        ServiceMain.run((settings, kafka) -> {
            var validated = EmbedderSettings.from(settings);
            return () -> service(kafka, validated, embedder(validated));
        });
    }

    /** The name of the stage in this lane. */
    public static String name(Lane lane) {
        return "embedder-" + lane.label();
    }

    /** Creates the embedder service without starting it. The service owns the model. */
    public static StreamsService service(KafkaSettings kafka, EmbedderSettings settings, FaceEmbedder embedder) {
        var meter = meter(settings.lane(), embedder);
        var embedFaces = new EmbedFaces(embedder, settings.reuse());
        var fingerprint = settings.fingerprint(embedder.modelId());
        var topology = EmbedderTopology.build(kafka.topics(), settings.lane(), meter.timed(detections -> embedFaces
                .in(detections)
                .by(detections.detector(), fingerprint)));
        return new StreamsService(
                        name(settings.lane()), topology, kafka, settings.threads(), BatchingProfile.of(settings.lane()))
                .decidingBy(fingerprint)
                .owning(embedder)
                .measuredBy(meter);
    }

    /** Creates the metrics of the embedder. */
    public static StageMetrics meter(Lane lane, FaceEmbedder embedder) {
        var model = embedder.model();
        return new StageMetrics("embed", lane.label())
                .model(model.id(), model.device().name());
    }

    private static FaceEmbedder embedder(EmbedderSettings settings) {
        try {
            return Vision.openEmbedder(settings.vision(InferencePermits.onePerCore()));
        } catch (ModelException | CatalogException e) {
            throw new SettingsException(e.getMessage(), e);
        }
    }
}
