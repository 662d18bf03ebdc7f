package io.faceline.standalone.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command wants of the pipeline.
 *
 * @param data keeps Kafka in this folder; without it, and without other brokers, everything is temporary
 * @param bootstrapServers uses this Kafka instead of one in this process
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
