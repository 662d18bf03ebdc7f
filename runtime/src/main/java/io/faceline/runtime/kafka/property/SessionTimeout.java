package io.faceline.runtime.kafka.property;

import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The time after which the other instances of a stage take over the partitions of one that was killed or is frozen. An answer
 * must be waited for longer than that.
 */
public final class SessionTimeout {
    /** Kafka's 45 s are longer than anybody waits for an answer. */
    public static final Duration DEFAULT = Duration.ofSeconds(10);

    private static final String NAME = ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;
    /** In the order in which Kafka Streams prefers them. */
    private static final List<String> NAMES = List.of("main.consumer." + NAME, "consumer." + NAME, NAME);

    private SessionTimeout() {}

    /** @throws SettingsException when it is no number of milliseconds */
    public static Duration of(Map<String, String> properties) {
        return NAMES.stream()
                .map(properties::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(SessionTimeout::parse)
                .orElse(DEFAULT);
    }

    private static Duration parse(String millis) {
        try {
            return Duration.ofMillis(Integer.parseUnsignedInt(millis));
        } catch (NumberFormatException e) {
            throw new SettingsException(
                    "FACELINE_KAFKA_SESSION_TIMEOUT_MS must be a number of milliseconds, was \"" + millis + "\"", e);
        }
    }
}
