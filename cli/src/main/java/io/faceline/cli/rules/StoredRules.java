package io.faceline.cli.rules;

import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.DefinitionPlan;
import io.faceline.alerting.definition.DefinitionStep;
import io.faceline.alerting.definition.Definitions;
import io.faceline.alerting.definition.WrittenDefinitions;
import io.faceline.api.alertrules.SharedPeople;
import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.identity.PersonId;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.standalone.pipeline.Pipeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** The rules, lists, groups and receivers in the topics. */
final class StoredRules {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final Pipeline pipeline;

    StoredRules(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** All as of now. Blocks until they are read. */
    Definitions read() {
        return new Definitions(
                all(DefinitionKind.RULE),
                all(DefinitionKind.LIST),
                all(DefinitionKind.GROUP),
                all(DefinitionKind.RECEIVER));
    }

    private <T> List<T> all(DefinitionKind<T> kind) {
        var kafka = pipeline.kafka();
        return TableReader.readOnce(kafka, kind.topic(kafka.topics().alerting()), READ_TIMEOUT).entrySet().stream()
                // Anyone may write to the topic.
                .filter(entry -> kind.id(entry.getValue()).equals(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** @throws io.faceline.alerting.definition.DefinitionException that says what they name and is not there */
    DefinitionPlan plan(Definitions known, WrittenDefinitions wanted, boolean replace) {
        return DefinitionPlan.of(known, wanted, replace, this::isKnown);
    }

    boolean isKnown(PersonId person) {
        return SharedPeople.isKnown(pipeline.people(), person);
    }

    /** Writes all. They can be read when this returns. */
    void write(List<DefinitionStep<?>> steps) {
        KafkaSettings kafka = pipeline.kafka();
        try (var sender = new RecordSender(kafka, "cli-rules")) {
            for (var step : steps) {
                send(sender, kafka, step);
            }
        } catch (CompletionException e) {
            throw CommandFailure.failed("Kafka did not take all of it, and some may be written: "
                    + e.getCause().getMessage() + "; run the command again");
        }
    }

    private static <T> void send(RecordSender sender, KafkaSettings kafka, DefinitionStep<T> step) {
        sender.send(step.kind().topic(kafka.topics().alerting()), step.id(), step.value(), null)
                .join();
    }
}
