package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.standalone.broker.InProcessBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that was there before us: the stages run here, everything lasts there. */
@Tag("slow")
class ExternalKafkaTest {
    @TempDir
    Path folder;

    @Test
    void enrolledPerson_isFoundByTheNextCommand_andARunsOwnPeopleAreNot() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
        try (var broker = InProcessBroker.start(folder.resolve("kafka"))) {
            var own = recognize(broker, "--gallery", gallery.toString());
            assertThat(own.exitCode()).as(own.err()).isZero();
            assertThat(own.out()).contains("\"person\":\"Zoë\"");
            assertThat(recognize(broker).out()).doesNotContain("Zoë");

            var enrolled = CommandLineRun.of(
                    "enroll",
                    "--bootstrap-servers",
                    broker.bootstrapServers(),
                    "Zoë",
                    gallery.resolve("Zoë").toString());
            assertThat(enrolled.exitCode()).as(enrolled.err() + enrolled.out()).isZero();

            assertThat(recognize(broker).out()).contains("\"person\":\"Zoë\"");
        }
    }

    private static CommandLineRun recognize(InProcessBroker broker, String... more) {
        var arguments =
                new ArrayList<>(List.of("recognize", "--json", "--bootstrap-servers", broker.bootstrapServers()));
        arguments.addAll(List.of(more));
        arguments.add(TestPhotos.sample(3).toString());
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
