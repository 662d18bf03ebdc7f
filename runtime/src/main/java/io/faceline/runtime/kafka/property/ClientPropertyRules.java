package io.faceline.runtime.kafka.property;

import io.faceline.runtime.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Refuses Kafka client properties that cannot work with faceline: some would lose or repeat records, others would be
 * ignored or end the process later with a message that names no setting.
 */
public final class ClientPropertyRules {
    private static final List<String> PREFIXES =
            List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.");
    private static final Map<String, String> REASONS = reasons();

    private static final String OFFSET_RESET = "auto.offset.reset";
    private static final String EARLIEST = "earliest";

    private ClientPropertyRules() {}

    /**
     * @param variablePrefix of the variables that set the properties, {@code FACELINE_KAFKA_}
     * @throws SettingsException when one cannot work; names the variable and the reason
     */
    public static void check(String variablePrefix, Map<String, String> properties) {
        // Sorted, so that of several the same one is always named.
        new TreeMap<>(properties).forEach((property, value) -> check(variablePrefix, property, value));
    }

    /**
     * @param variablePrefix as for {@link #check}
     * @throws SettingsException when a value is none that Kafka's clients take; names the variable
     */
    public static void checkValues(String variablePrefix, Map<String, String> properties) {
        new TreeMap<>(properties)
                .forEach((property, value) ->
                        ClientPropertyValues.check(variable(variablePrefix, property), withoutPrefix(property), value));
    }

    private static void check(String variablePrefix, String property, String value) {
        var name = withoutPrefix(property);
        var reason = REASONS.get(name);
        if (reason != null) {
            throw new SettingsException(variable(variablePrefix, property) + " cannot be set: " + reason);
        }
        if (name.equals(OFFSET_RESET) && !value.equals(EARLIEST)) {
            throw new SettingsException(variable(variablePrefix, property) + " must be " + EARLIEST + ", was \"" + value
                    + "\": a stage would skip records that nobody has answered");
        }
    }

    /** The name of the property for the client itself, without the kind of client that Kafka Streams knows. */
    static String withoutPrefix(String property) {
        return PREFIXES.stream()
                .filter(property::startsWith)
                .findFirst()
                .map(prefix -> property.substring(prefix.length()))
                .orElse(property);
    }

    private static String variable(String prefix, String property) {
        return prefix + property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static Map<String, String> reasons() {
        var reasons = new HashMap<String, String>();
        otherSettings(reasons);
        because(reasons, "stages are static members, which the new group protocols do not support", "group.protocol");
        because(
                reasons,
                "each stage has the guarantee that it needs: the matcher exactly once, the others at least once",
                "processing.guarantee");
        because(
                reasons,
                "each reader has the isolation that it needs: committed for tables, uncommitted for answers",
                "isolation.level");
        because(
                reasons,
                "only the matcher writes transactions, under ids of Kafka Streams",
                "transactional.id",
                "transactional.id.prefix",
                "transaction.two.phase.commit.enable");
        because(
                reasons,
                "stages commit what they have answered, and readers without a group commit nothing",
                "enable.auto.commit",
                "auto.commit.interval.ms");
        because(
                reasons,
                "a record counts as sent when all replicas have it, once and in order",
                "acks",
                "enable.idempotence");
        because(
                reasons,
                "every topic has its own format, see docs/reference/topics.md",
                "key.serializer",
                "value.serializer",
                "key.deserializer",
                "value.deserializer",
                "default.key.serde",
                "default.value.serde");
        because(
                reasons,
                "a bad record goes to the dead letters, and a frame is answered",
                "default.timestamp.extractor",
                "deserialization.exception.handler",
                "default.deserialization.exception.handler",
                "processing.exception.handler",
                "processing.exception.handler.global.enabled",
                "production.exception.handler",
                "default.production.exception.handler",
                "errors.dead.letter.queue.topic.name");
        because(
                reasons,
                "state is kept in memory and in changelogs, and a cache would delay answers",
                "default.dsl.store",
                "dsl.store.suppliers.class",
                "statestore.cache.max.bytes",
                "cache.max.bytes.buffering");
        return Map.copyOf(reasons);
    }

    private static void otherSettings(Map<String, String> reasons) {
        reasons.put("bootstrap.servers", "set FACELINE_BOOTSTRAP_SERVERS");
        reasons.put("application.id", "set FACELINE_TOPIC_PREFIX, which is part of it");
        reasons.put("group.id", "set FACELINE_TOPIC_PREFIX, which is part of it");
        reasons.put("group.instance.id", "set FACELINE_INSTANCE_ID, which is part of it");
        reasons.put(
                "client.id",
                "it shows the fingerprint by which the instances of a stage compare their settings; set"
                        + " FACELINE_INSTANCE_ID, which is part of it");
        reasons.put("replication.factor", "set FACELINE_REPLICATION_FACTOR");
        reasons.put("state.dir", "set FACELINE_STATE_FOLDER");
        reasons.put("num.stream.threads", "set the threads of the stage, such as FACELINE_MATCHER_THREADS");
    }

    private static void because(Map<String, String> reasons, String reason, String... properties) {
        for (var property : properties) {
            reasons.put(property, reason);
        }
    }
}
