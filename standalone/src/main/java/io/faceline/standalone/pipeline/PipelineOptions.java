package io.faceline.standalone.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of a pipeline.
 *
 * @param data the folder of a persistent Kafka; without it and without bootstrap servers, everything is ephemeral
 * @param bootstrapServers the address of an external Kafka to use instead of one in this process
 * @param stages what the command needs; with an external Kafka they run there
 * @param withStages whether the stages run in this process in spite of an external Kafka
 * @param kafkaPort the port of a persistent Kafka in this process; any free port without one
 */
public record PipelineOptions(
        Optional<Path> data,
        Optional<String> bootstrapServers,
        ModelOptions models,
        Stages stages,
        boolean withStages,
        OptionalInt kafkaPort) {
    /** Options with any free port. */
    public PipelineOptions(
            Optional<Path> data,
            Optional<String> bootstrapServers,
            ModelOptions models,
            Stages stages,
            boolean withStages) {
        this(data, bootstrapServers, models, stages, withStages, OptionalInt.empty());
    }

    /** The same options with a port for clients of a persistent Kafka in this process. */
    public PipelineOptions withKafkaPort(int port) {
        return new PipelineOptions(data, bootstrapServers, models, stages, withStages, OptionalInt.of(port));
    }

    public static PipelineOptions temporary(Stages stages) {
        return new PipelineOptions(Optional.empty(), Optional.empty(), ModelOptions.DEFAULT, stages, false);
    }

    public static PipelineOptions lasting(Path data, Stages stages) {
        return new PipelineOptions(Optional.of(data), Optional.empty(), ModelOptions.DEFAULT, stages, false);
    }

    /** A client of the stages that run elsewhere. */
    public static PipelineOptions client(String bootstrapServers, Stages stages) {
        return new PipelineOptions(
                Optional.empty(), Optional.of(bootstrapServers), ModelOptions.DEFAULT, stages, false);
    }

    /** Whether it is known before Kafka is opened that the stages run elsewhere. */
    boolean isClient() {
        return bootstrapServers.isPresent() && !withStages;
    }
}
