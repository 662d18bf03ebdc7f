package io.faceline.standalone.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The options of a pipeline.
 *
 * @param data the folder of a persistent Kafka; without it and without bootstrap servers, everything is ephemeral
 * @param bootstrapServers the address of an external Kafka to use instead of one in this process
 */
public record PipelineOptions(
        Optional<Path> data, Optional<String> bootstrapServers, ModelOptions models, Stages stages) {
    public static PipelineOptions temporary(Stages stages) {
        return new PipelineOptions(Optional.empty(), Optional.empty(), ModelOptions.DEFAULT, stages);
    }

    public static PipelineOptions lasting(Path data, Stages stages) {
        return new PipelineOptions(Optional.of(data), Optional.empty(), ModelOptions.DEFAULT, stages);
    }
}
