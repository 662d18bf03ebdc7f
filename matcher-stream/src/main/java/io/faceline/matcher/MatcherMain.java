package io.faceline.matcher;

import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.service.ServiceMain;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.streams.StreamsService;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.streams.StreamsConfig;

/** The matcher as a process of its own. */
public final class MatcherMain {
    public static final String NAME = "matcher";

    private static final String CACHE_BYTES = Integer.toString(64 * 1024 * 1024);

    private MatcherMain() {}

    public static void main(String[] args) {
        ServiceMain.run((settings, kafka) -> {
            var checked = MatcherSettings.from(settings);
            var models = models(checked);
            return () -> service(kafka, models, checked);
        });
    }

    /** The matcher, not yet started. */
    public static StreamsService service(KafkaSettings kafka, List<MatchingFacts> models, MatcherSettings settings) {
        var meter = new MatcherMetrics();
        var topology = MatcherTopology.build(kafka.topics(), models, settings, meter);
        return new StreamsService(NAME, topology, withCache(kafka), settings.threads()).measuredBy(meter);
    }

    /** Room for the sessions that are being enrolled into. What it holds back from the changelog is replayed after a crash. */
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
