package io.faceline.matcher;

import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.recognisability.Recognisability;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.service.ServiceMain;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.streams.StreamsService;
import java.util.List;

/** Runs the matcher as a process. */
public final class MatcherMain {
    public static final String NAME = "matcher";

    private MatcherMain() {}

    public static void main(String[] args) {
        ServiceMain.run((settings, kafka) -> {
            var validated = MatcherSettings.from(settings);
            var models = models(validated);
            return () -> service(kafka, models, validated);
        });
    }

    /** Creates the matcher service without starting it. */
    public static StreamsService service(KafkaSettings kafka, List<MatchingFacts> models, MatcherSettings settings) {
        var metrics = new MatcherMetrics();
        var fences = new ProducerFences(kafka);
        var topology = MatcherTopology.build(kafka.topics(), models, settings, metrics, fences);
        return new StreamsService(NAME, topology, kafka, settings.threads())
                .exactlyOnce()
                .decidingBy(MatcherFingerprint.of(new Models(models, settings.thresholds()), settings))
                .owning(fences)
                .measuredBy(metrics);
    }

    private static List<MatchingFacts> models(MatcherSettings settings) {
        try {
            var models = ModelCatalog.load(settings.models()).allMatching();
            models.forEach(Recognisability::of);
            return models;
        } catch (CatalogException e) {
            throw new SettingsException("FACELINE_MODELS: " + e.getMessage(), e);
        }
    }
}
