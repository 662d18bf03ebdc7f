package io.faceline.matcher;

import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.runtime.KafkaSettings;
import io.faceline.runtime.ServiceMain;
import io.faceline.runtime.SettingsException;
import io.faceline.runtime.StreamsService;
import java.util.List;

/** The matcher as a process of its own. */
public final class MatcherMain {
    public static final String NAME = "matcher";

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
        return new StreamsService(
                NAME, MatcherTopology.build(kafka.topics(), models, settings), kafka, settings.threads());
    }

    private static List<MatchingFacts> models(MatcherSettings settings) {
        try {
            return ModelCatalog.load(settings.models()).allMatching();
        } catch (CatalogException e) {
            throw new SettingsException("FACELINE_MODELS: " + e.getMessage(), e);
        }
    }
}
