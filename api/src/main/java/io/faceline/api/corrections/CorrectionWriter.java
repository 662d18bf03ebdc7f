package io.faceline.api.corrections;

import io.faceline.contracts.track.Correction;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes corrections and waits until this process has read them. Thread-safe. */
public final class CorrectionWriter implements AutoCloseable {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final CorrectionTable table;
    private final RecordSender sender;

    public CorrectionWriter(KafkaSettings kafka, CorrectionTable table) {
        this.kafka = kafka;
        this.table = table;
        this.sender = new RecordSender(kafka, "corrections-" + kafka.instanceId());
    }

    /**
     * Writes all in one go. If the broker fails meanwhile, some may have been written; to write them again does no harm.
     *
     * @param said by key; empty for what is taken back
     * @param waiting runs what waits for Kafka; rejects tasks beyond its capacity
     */
    public CompletableFuture<Void> write(Map<String, Optional<Correction>> said, Executor waiting) {
        var sent = new ArrayList<CompletableFuture<RecordMetadata>>();
        for (var one : said.entrySet()) {
            var record = sender.send(
                    kafka.topics().corrections(), one.getKey(), one.getValue().orElse(null), null);
            sent.add(record);
            if (record.isCompletedExceptionally()) {
                // Each further one would block as long as this one has.
                break;
            }
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                .thenRunAsync(() -> table.await(lastOffsets(sent), READ_TIMEOUT), waiting);
    }

    private static Map<Integer, Long> lastOffsets(List<CompletableFuture<RecordMetadata>> sent) {
        return sent.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.toUnmodifiableMap(RecordMetadata::partition, RecordMetadata::offset, Math::max));
    }

    @Override
    public void close() {
        sender.close();
    }
}
