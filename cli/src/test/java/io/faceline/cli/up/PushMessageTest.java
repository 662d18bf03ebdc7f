package io.faceline.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushMessageTest {
    private static final Optional<String> TOPIC = Optional.of("faceline.feeds");

    @TempDir
    Path folder;

    @Test
    void commandIsThatOfTheGuide() throws IOException {
        Files.createFile(folder.resolve("kafka.client"));

        var lines = PushMessage.of(folder, TOPIC).orElseThrow();

        assertThat(lines.get(1))
                .isEqualTo("  kcat -F " + folder
                        + "/kafka.client -X message.max.bytes=8388608 -P -t faceline.feeds -k door-1 photo.jpg");
    }

    @Test
    void unusualFolder_isQuoted() throws IOException {
        var unusual = Files.createDirectory(folder.resolve("Ada's faces"));
        Files.createFile(unusual.resolve("kafka.client"));

        assertThat(PushMessage.of(unusual, TOPIC).orElseThrow().get(1))
                .contains("-F '" + folder + "/Ada'\\''s faces/kafka.client' -X");
    }

    @Test
    void nothingIsSaid_whenNobodyCanConnect_orNothingIsRead() throws IOException {
        assertThat(PushMessage.of(folder, TOPIC)).isEmpty();
        Files.createFile(folder.resolve("kafka.client"));
        assertThat(PushMessage.of(folder, Optional.empty())).isEmpty();
    }
}
