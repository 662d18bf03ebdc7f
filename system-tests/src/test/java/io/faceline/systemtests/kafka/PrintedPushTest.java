package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topics;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.systemtests.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that {@code faceline up} prints pushes a photo, with the settings that a user has. */
@Tag("slow")
class PrintedPushTest {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    Path folder;

    private int pushed;

    @Test
    void printedCommand_pushesAPhotoThatIsAnsweredWithItsFaces() throws Exception {
        PageExample.assumeProgram("kcat", "-V");
        var data = folder.resolve("data");
        try (var up = ServerProcess.start("1g", data, Map.of(), folder.resolve("up.log"))) {
            up.awaitUp();
            var expected = "kcat -F " + data.resolve("kafka.client")
                    + " -X message.max.bytes=8388608 -P -t faceline.feeds -k door-1 photo.jpg";
            await().until(() -> up.log().contains(expected));
            var answers = new AnswerTopic(
                    ClientLogin.read(data).orElseThrow(), TOPICS.matches().name());

            // On a loaded machine, and while models are not warm, a photo may be too old when it is read.
            await().atMost(Duration.ofMinutes(2)).until(() -> "made".equals(outcome(expected, answers)));
        }
        assertThat(pushed).isPositive();
    }

    /** Of a photo that is pushed by the command, as a source of its own. */
    private String outcome(String command, AnswerTopic answers) throws Exception {
        var source = "door-" + ++pushed;
        var photo = TestPhotos.sample(3).toString();
        new PageExample("README.md", folder)
                .run(List.of("sh", "-c", command.replace("door-1", source).replace("photo.jpg", photo)));
        var ended = System.nanoTime();
        var answer = answers.await("an answer", record -> ("camera:feed/" + source).equals(record.key()));
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended);
        var outcome = Mappers.JSON.readTree(answer.value()).at("/outcome");
        System.out.println("photo " + pushed + " was answered " + outcome.at("/kind") + outcome.at("/reason") + " "
                + millis + " ms after kcat had ended");
        return outcome.at("/kind").asText();
    }
}
