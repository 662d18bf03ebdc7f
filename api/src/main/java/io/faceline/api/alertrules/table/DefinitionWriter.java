package io.faceline.api.alertrules.table;

import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.DefinitionStep;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes rules, lists, groups, receivers and mutes, and waits until this process has read them. Blocks. Thread-safe. */
public final class DefinitionWriter implements AutoCloseable {
    /** No id, and so nobody's record. */
    private static final String COMPACTION_KEY = "|";

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final AlertTables tables;
    private final RecordSender sender;
    private final CompactionSchedule compaction;

    private record Sent(DefinitionTable<?> table, CompletableFuture<RecordMetadata> record) {}

    /** Opens a producer. */
    public DefinitionWriter(KafkaSettings kafka, AlertTables tables) {
        this.kafka = kafka;
        this.tables = tables;
        this.sender = new RecordSender(kafka, "alert-rules-" + kafka.instanceId());
        this.compaction = new CompactionSchedule(kafka.topics().retention().replaced(), InstantSource.system());
    }

    /** Writes in this order. If the broker fails meanwhile, some may have been written; to write them again does no harm. */
    public void write(List<DefinitionStep<?>> steps) {
        var sent = new ArrayList<Sent>();
        for (var step : steps) {
            sent.add(send(step));
            if (sent.get(sent.size() - 1).record.isCompletedExceptionally()) {
                // Each further one would block as long as this one has.
                break;
            }
        }
        sent.forEach(DefinitionWriter::await);
        compaction.recordDeletion();
    }

    private <T> Sent send(DefinitionStep<T> step) {
        var topic = step.kind().topic(kafka.topics().alerting());
        return new Sent(tables.of(step.kind()), sender.send(topic, step.id(), step.value(), null));
    }

    /** @param mute null ends it */
    public void write(String id, @Nullable Mute mute) {
        var topic = kafka.topics().alerting().mutes();
        await(new Sent(tables.mutes(), sender.send(topic, id, mute, null)));
        compaction.recordDeletion();
    }

    public void ask(DeliveryRequest request) {
        var topic = kafka.topics().alerting().deliveryRequests();
        sender.send(topic, request.receiver().value(), request, null).join();
    }

    private static void await(Sent sent) {
        var written = sent.record.join();
        sent.table.await(written.partition(), written.offset(), READ_TIMEOUT);
    }

    /** Has Kafka remove what was replaced or deleted, with its secrets and people; to be called often. */
    public void compact() {
        if (compaction.isDue()) {
            var topics = kafka.topics().alerting();
            DefinitionKind.ALL.forEach(kind -> compact(kind.topic(topics), tables.of(kind)));
            compact(topics.mutes(), tables.mutes());
        }
    }

    private void compact(Topic<?> topic, DefinitionTable<?> table) {
        for (var partition : table.partitions()) {
            var unused = sender.send(topic, partition, COMPACTION_KEY, null, null, List.of());
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
