package io.faceline.standalone.broker;

import io.faceline.runtime.settings.SettingsException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The properties of the in-process broker that the environment sets. */
public final class BrokerProperties {
    /** The prefix of their variables. */
    public static final String PREFIX = "FACELINE_BROKER_";

    private BrokerProperties() {}

    /**
     * Checks the values by Kafka's own definitions, before the broker has a folder.
     *
     * @throws SettingsException naming the variable of one that is invalid
     */
    public static void check(Map<String, String> properties) {
        new TreeMap<>(properties).forEach(BrokerProperties::check);
    }

    private static void check(String name, String value) {
        var key = KafkaConfig.configDef().configKeys().get(name);
        if (key == null) {
            return;
        }
        try {
            var parsed = ConfigDef.parseType(name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(name, parsed);
            }
        } catch (ConfigException e) {
            throw new SettingsException(
                    PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_') + ": " + e.getMessage(), e);
        }
    }
}
