package io.faceline.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an external Kafka refuses before anything is sent to it: there is none at this address. */
class PipelineMixinTest {
    private static final String NOWHERE = "127.0.0.1:1";

    @TempDir
    Path folder;

    private String photo;

    @BeforeEach
    void writePhoto() throws Exception {
        photo = Files.createFile(folder.resolve("photo.jpg")).toString();
    }

    @Test
    void optionsThatStagesObey_areRefusedByName() {
        var run = command("recognize", "--embedder", "w600k_mbf", "--detector", "scrfd", photo);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("--detector and --embedder", "the stages of " + NOWHERE + " decide");
    }

    @Test
    void modelsOfStages_areRefusedOfEnroll() {
        var run = command("enroll", "--models", folder.toString(), "Ada", photo);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("--models cannot be combined with --bootstrap-servers");
    }

    @Test
    void detectorOfStages_isRefusedOfReembed_whichHasAnEmbedderOfItsOwn() {
        var run = command("people", "--embedder", "w600k_mbf", "--detector", "scrfd", "reembed");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("faceline: --detector cannot be combined");
    }

    @Test
    void stagesUnderTheDefaultPrefix_areRefused() {
        var run = command("recognize", "--with-stages", photo);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("--with-stages", "\"faceline.\"", "FACELINE_TOPIC_PREFIX");
    }

    @Test
    void withStages_needsAnExternalKafka() {
        var run = CommandLineRun.of("recognize", "--with-stages", photo);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("--with-stages requires --bootstrap-servers");
    }

    private static CommandLineRun command(String name, String... more) {
        var arguments = new ArrayList<>(List.of(name, "--bootstrap-servers", NOWHERE));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
