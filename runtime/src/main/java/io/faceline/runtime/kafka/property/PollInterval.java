package io.faceline.runtime.kafka.property;

import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How long a thread of a stage may go without asking Kafka for records. After that another thread gets the records that it
 * is working on, and begins the same work again: it must be longer than any record may take.
 */
public final class PollInterval {
    private static final String NAME = ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG;
    private static final List<String> NAMES = List.of("main.consumer." + NAME, "consumer." + NAME, NAME);
    private static final Duration KAFKAS_DEFAULT = Duration.ofMinutes(5);

    /**
     * Kafka Streams begins records until half of the interval has passed, and the watchdog ends a process some tenth after
     * the record's time.
     */
    private static final int RECORD_TIMES = 3;

    private PollInterval() {}

    /** @param recordTime after which a record counts as hung */
    public static Duration of(Duration recordTime) {
        var min = min(recordTime);
        return min.compareTo(KAFKAS_DEFAULT) < 0 ? KAFKAS_DEFAULT : min;
    }

    private static Duration min(Duration recordTime) {
        var max = Duration.ofMillis(Integer.MAX_VALUE);
        return recordTime.compareTo(max.dividedBy(RECORD_TIMES)) < 0 ? recordTime.multipliedBy(RECORD_TIMES) : max;
    }

    /** @throws SettingsException when the environment sets an interval that is too short for the record time */
    public static void check(Map<String, String> properties, Duration recordTime) {
        for (var name : NAMES) {
            var set = properties.get(name);
            if (set != null && parse(set) < min(recordTime).toMillis()) {
                throw new SettingsException("FACELINE_KAFKA_MAX_POLL_INTERVAL_MS=" + set + " must be at least "
                        + min(recordTime).toMillis() + ", " + RECORD_TIMES
                        + " times FACELINE_RECORD_TIMEOUT: another thread would begin a long record again");
            }
        }
    }

    private static long parse(String millis) {
        try {
            return Integer.parseUnsignedInt(millis);
        } catch (NumberFormatException e) {
            throw new SettingsException(
                    "FACELINE_KAFKA_MAX_POLL_INTERVAL_MS must be a number of milliseconds, was \"" + millis + "\"", e);
        }
    }
}
