package io.faceline.standalone.pipeline;

import io.faceline.api.ApiSettings;
import io.faceline.delivery.DeliverySettings;
import io.faceline.ingest.IngestSettings;
import io.faceline.ingest.camera.open.SecretLogins;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.LogLevel;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.topics.TopicMode;
import io.faceline.standalone.broker.BrokerProperties;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks all settings of a command before anything is started or created. */
final class SettingsCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);

    /** Read by others than {@link Settings}, or free in their second half. */
    private static final Pattern OTHERS =
            Pattern.compile("FACELINE_(JAVA_OPTIONS|LOG_LEVEL|KAFKA_.*|BROKER_.*|CAMERA_PASSWORD|SECRET_.*)");

    private SettingsCheck() {}

    /**
     * @param environment with the options of the models
     * @throws SettingsException naming the setting that is wrong
     */
    static void check(PipelineOptions options, Map<String, String> environment) {
        var all = new TreeMap<>(environment);
        options.bootstrapServers().ifPresent(servers -> all.put("FACELINE_BOOTSTRAP_SERVERS", servers));
        var settings = new Settings(all);
        LogLevel.check(settings);
        BrokerProperties.check(settings.properties(BrokerProperties.PREFIX));
        var kafka = KafkaSettings.from(settings);
        Stream.<Consumer<Settings>>of(
                        TopicMode::from,
                        read -> HttpSettings.from(read, 0),
                        IngestSettings::from,
                        SecretLogins::of,
                        DeliverySettings::from,
                        ApiSettings::from,
                        DiskFloor::from)
                .forEach(reader -> reader.accept(settings));
        if (options.withStages()) {
            OwnPrefix.require(kafka);
        }
        var unknown = unknown(environment);
        if (!unknown.isEmpty()) {
            LOG.warn(
                    "event=settings_unknown names={} reason=\"no such setting; docs/reference/settings.md lists all\"",
                    String.join(",", unknown));
        }
    }

    /** The names that look like settings and that nothing reads, such as misspelled ones, sorted. */
    static Set<String> unknown(Map<String, String> environment) {
        var known = StageSettings.known();
        return environment.keySet().stream()
                .filter(name -> name.startsWith("FACELINE_"))
                .filter(name -> !known.contains(name) && !OTHERS.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
