package io.faceline.matcher;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.WriteToken;

/** Sends fences with a producer of its own, which takes part in no transaction. Thread-safe. */
final class ProducerFences implements FenceSender, AutoCloseable {
    private static final String SENTINEL = "fence";

    private final KafkaSettings kafka;
    private final RecordSender sender;

    ProducerFences(KafkaSettings kafka) {
        this.kafka = kafka;
        this.sender = new RecordSender(kafka, "matcher-fences-" + kafka.instanceId());
    }

    @Override
    public void send(WriteToken people, WriteToken gallery) {
        send(kafka.topics().people(), people);
        send(kafka.topics().gallery(), gallery);
    }

    /** A lost fence is noticed by the task, which is not ready then. */
    private void send(Topic<?> topic, WriteToken write) {
        var unused = sender.sendTombstone(topic, SENTINEL, write);
    }

    @Override
    public void close() {
        sender.close();
    }
}
