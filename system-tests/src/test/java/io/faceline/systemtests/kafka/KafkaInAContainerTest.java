package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.TestPhotos;
import io.faceline.cli.photo.PhotoJob;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.SessionId;
import io.faceline.standalone.pipeline.ModelOptions;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The same checks as with the in-process Kafka, with the official image. */
@Tag("docker")
class KafkaInAContainerTest {
    @Test
    void photo_goesThroughAllStages() {
        Assumptions.assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine runs here");
        try (var kafka = new KafkaContainer("apache/kafka:4.3.1")) {
            kafka.start();

            var address = Optional.of(kafka.getBootstrapServers());
            var options = new PipelineOptions(Optional.empty(), address, ModelOptions.DEFAULT, Stages.BULK, true);

            try (var stages = Pipeline.open(options, Map.of("FACELINE_TOPIC_PREFIX", "container."))) {
                var answer = new PhotoJob(stages, SessionId.ofSecret("visitor"))
                        .submit(TestPhotos.sample(3), new Role.Probe(), FrameFacts.ANY_GALLERY)
                        .join();

                var faces = answer.outcome().fold(Faces::faces, reason -> List.of(), (code, message) -> List.of());
                assertThat(faces).isNotEmpty();
            }
        }
    }
}
