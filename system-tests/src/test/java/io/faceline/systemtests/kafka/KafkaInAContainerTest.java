package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
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

            var run = CommandLineRun.of(
                    "recognize",
                    "--json",
                    "--bootstrap-servers",
                    kafka.getBootstrapServers(),
                    TestPhotos.sample(3).toString());

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.jsonLines().get(0).get("faces")).isNotEmpty();
        }
    }
}
