package io.faceline.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no Kafka. */
class RulesFileCommandsTest {
    @TempDir
    private Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("rules.yml"), yaml);
    }

    @Test
    void validFile_isCounted() throws IOException {
        var file = file("lists: [{name: Staff}]\nrules: [{name: A, who: {kind: stranger}, zone: UTC}]\n");

        var run = CommandLineRun.of("rules", "check", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(file + " is valid: 1 rule, 1 list, 0 groups, 0 receivers\n");
    }

    @Test
    void invalidFile_isSaidInOneLine() throws IOException {
        var file = file("rules: [{name: A, who: {kind: stranger}, zone: Europe/Berln}]\n");

        var run = CommandLineRun.of("rules", "check", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("faceline: " + file + ": rules[0].zone: \"Europe/Berln\" is no time zone that this server"
                        + " knows; such as Europe/Berlin\n");
    }

    @Test
    void missingFile_isRefused() {
        CommandLineRun.of("rules", "check", folder.resolve("none.yml").toString())
                .assertRefusedInOneLine("none.yml cannot be read");
    }

    @Test
    void withoutAPlaceOfTheTopics_nothingIsListed() {
        CommandLineRun.of("rules").assertRefusedInOneLine("--data DIR or --bootstrap-servers H:P is required");
    }

    @Test
    void wrongSpan_isRefused() throws IOException {
        CommandLineRun.of("rules", "try", file("").toString(), "--last", "2d")
                .assertRefusedInOneLine("--last must be such as 30m or 2h, and at most 24h");
    }
}
