package io.faceline.standalone.pipeline;

import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.SettingsException;

/** Keeps the stages of a command out of the consumer groups of other stages on an external Kafka. */
final class OwnPrefix {
    private OwnPrefix() {}

    /** @throws SettingsException when the prefix is the default, under which other stages run */
    static void require(KafkaSettings kafka) {
        if (kafka.topicPrefix().equals(Topics.DEFAULT_PREFIX)) {
            throw new SettingsException("--with-stages must not run stages under the prefix \"" + Topics.DEFAULT_PREFIX
                    + "\": they would join the services that run there, and answer their users with the settings of"
                    + " this command. Set FACELINE_TOPIC_PREFIX to a prefix of its own, or leave --with-stages out");
        }
    }
}
