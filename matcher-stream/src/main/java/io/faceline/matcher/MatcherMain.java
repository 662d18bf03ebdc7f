package io.faceline.matcher;

import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.matcher.decision.Models;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.service.ServiceMain;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.streams.StreamsService;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.streams.StreamsConfig;

/** Runs the matcher as a process. */
public final class MatcherMain {
    public static final String NAME = "matcher";

    private static final String CACHE_BYTES = Integer.toString(64 * 1024 * 1024);

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
        var topology = MatcherTopology.build(kafka.topics(), models, settings, metrics);
        return new StreamsService(NAME, topology, withCache(kafka), settings.threads())
                .decidingBy(MatcherFingerprint.of(new Models(models, settings.thresholds()), settings))
                .measuredBy(metrics);
    }

    /** Adds a cache for the enrollments of active sessions. Writes that it delays are replayed after a crash. */
    private static KafkaSettings withCache(KafkaSettings kafka) {
        var properties = new HashMap<>(kafka.clientProperties());
        properties.putIfAbsent(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        return kafka.withClientProperties(properties);
    }

    private static List<MatchingFacts> models(MatcherSettings settings) {
        try {
            return ModelCatalog.load(settings.models()).allMatching();
        } catch (CatalogException e) {
            throw new SettingsException("FACELINE_MODELS: " + e.getMessage(), e);
        }
    }
}
