package io.faceline.standalone.pipeline;

import io.faceline.api.ApiSettings;
import io.faceline.delivery.DeliverySettings;
import io.faceline.detector.DetectorSettings;
import io.faceline.embedder.EmbedderSettings;
import io.faceline.ingest.IngestSettings;
import io.faceline.ingest.camera.open.SecretLogins;
import io.faceline.matcher.MatcherSettings;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicMode;
import io.faceline.tracker.TrackerSettings;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings that only stages obey, which have no effect in a process that runs none. */
final class StageSettings {
    private static final Logger LOG = LoggerFactory.getLogger(StageSettings.class);

    private StageSettings() {}

    /** Names the settings of stages that the environment sets in vain. */
    static void warnOfIgnored(Stages stages, Map<String, String> environment, String bootstrapServers) {
        var ignored = ignored(stages, environment);
        if (!ignored.isEmpty()) {
            LOG.warn(
                    "event=settings_ignored names={} reason=\"the stages of {} decide; set them there\"",
                    String.join(",", ignored),
                    bootstrapServers);
        }
    }

    /** The names that are set and that only these stages would obey, sorted. */
    static Set<String> ignored(Stages stages, Map<String, String> environment) {
        var ofStages = new TreeSet<String>();
        if (stages.withMatcher()) {
            ofStages.addAll(namesRead(MatcherSettings::from));
        }
        if (!stages.lanes().isEmpty()) {
            ofStages.addAll(namesRead(DetectorSettings::from));
            ofStages.addAll(namesRead(EmbedderSettings::from));
        }
        if (stages.withMatcher() && !stages.lanes().isEmpty()) {
            ofStages.addAll(namesRead(TrackerSettings::from));
        }
        if (stages == Stages.ALL) {
            ofStages.addAll(namesRead(DeliverySettings::from));
        }
        var set = new Settings(environment);
        ofStages.removeIf(name -> set.optional(name).isEmpty());
        ofStages.removeAll(namesRead(KafkaSettings::from));
        ofStages.removeAll(namesRead(IngestSettings::from));
        ofStages.removeAll(namesRead(ApiSettings::from));
        return ofStages;
    }

    /** The names of all settings of all services. */
    static Set<String> known() {
        var known = new TreeSet<String>();
        Stream.<Consumer<Settings>>of(
                        MatcherSettings::from,
                        DetectorSettings::from,
                        EmbedderSettings::from,
                        TrackerSettings::from,
                        KafkaSettings::from,
                        IngestSettings::from,
                        SecretLogins::of,
                        DeliverySettings::from,
                        ApiSettings::from,
                        TopicMode::from,
                        settings -> HttpSettings.from(settings, 0))
                .forEach(reader -> known.addAll(namesRead(reader)));
        return known;
    }

    /** With no variable set, so that no invalid value matters. */
    private static Set<String> namesRead(Consumer<Settings> reader) {
        var nothingSet = new Settings(Map.of());
        reader.accept(nothingSet);
        return nothingSet.namesRead();
    }
}
