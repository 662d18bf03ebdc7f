package io.faceline.api.alerts;

import io.faceline.contracts.track.Correction;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Writes to Kafka what people say of alerts. Thread-safe. */
final class AlertWriter implements AlertWrites, AutoCloseable {
    private final KafkaSettings kafka;
    private final RecordSender sender;
    private final Consumer<Map<String, Optional<Correction>>> corrections;

    /**
     * Opens a producer.
     *
     * @param corrections writes corrections and blocks until they can be read
     */
    AlertWriter(KafkaSettings kafka, Consumer<Map<String, Optional<Correction>>> corrections) {
        this.kafka = kafka;
        this.sender = new RecordSender(kafka, "alert-changes-" + kafka.instanceId());
        this.corrections = corrections;
    }

    @Override
    public void say(List<Said> said) {
        var topic = kafka.topics().alerting().changes();
        var sent = said.stream()
                .map(one -> sender.send(topic, one.rule().value(), one.change(), null))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sent).join();
    }

    @Override
    public void correct(Map<String, Optional<Correction>> said) {
        if (!said.isEmpty()) {
            corrections.accept(said);
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
