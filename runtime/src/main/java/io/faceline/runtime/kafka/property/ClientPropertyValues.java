package io.faceline.runtime.kafka.property;

import io.faceline.runtime.settings.SettingsException;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** Checks the values of Kafka client properties by Kafka's own definitions, before a client does it in the midst of a start. */
final class ClientPropertyValues {
    private static final List<ConfigDef> DEFINITIONS = List.of(
            AdminClientConfig.configDef(),
            ProducerConfig.configDef(),
            ConsumerConfig.configDef(),
            StreamsConfig.configDef());

    private ClientPropertyValues() {}

    /**
     * @param variable that error messages name
     * @param name of the property for a client; an unknown one is not checked, as a plugin may define it
     * @throws SettingsException when no client takes the value
     */
    static void check(String variable, String name, String value) {
        if (value.contains("${")) {
            // A config provider of Kafka's fills it in.
            return;
        }
        DEFINITIONS.stream()
                .map(definition -> definition.configKeys().get(name))
                .filter(Objects::nonNull)
                .forEach(key -> check(variable, key, value));
    }

    private static void check(String variable, ConfigDef.ConfigKey key, String value) {
        try {
            var parsed = ConfigDef.parseType(key.name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(key.name, parsed);
            }
        } catch (ConfigException e) {
            throw new SettingsException(variable + ": " + e.getMessage(), e);
        }
    }
}
