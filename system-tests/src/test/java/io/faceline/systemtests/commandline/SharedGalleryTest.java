package io.faceline.systemtests.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A persistent gallery over restarts: every command starts and stops the whole pipeline. */
@Tag("slow")
class SharedGalleryTest {
    @TempDir
    Path folder;

    private GalleryCommands commands;

    @BeforeEach
    void useGallery() {
        commands = new GalleryCommands(folder);
    }

    @Test
    void enrolledPerson_lastsUntilDeleted_andStaysDeleted() throws Exception {
        var photo = commands.photoOfTheWoman();

        var enrolled = commands.run("enroll", "Zoë", photo);
        assertThat(enrolled.exitCode()).as(enrolled.err() + enrolled.out()).isZero();
        assertThat(commands.run("people", "list").out())
                .contains("Zoë  1 photos")
                .contains("1 people");
        assertThat(commands.names(3)).contains("\"person\":\"Zoë\"");
        assertThat(commands.run("people", "rename", "Zoë", "Zoe").exitCode()).isZero();
        assertThat(commands.names(3)).contains("\"person\":\"Zoe\"");

        assertThat(commands.run("people", "delete", "Zoe").exitCode()).isZero();

        assertThat(commands.names(3)).doesNotContain("Zoe");
        assertThat(commands.run("people", "list").out()).contains("0 people");
    }

    @Test
    void exportedPeople_canBeImportedElsewhere() throws Exception {
        commands.run("enroll", "Zoë", commands.photoOfTheWoman());
        var file = folder.resolve("people.jsonl").toString();
        assertThat(commands.run("people", "export", file).exitCode()).isZero();
        assertThat(commands.run("people", "delete", "Zoë").exitCode()).isZero();

        var elsewhere = new GalleryCommands(folder.resolve("elsewhere"));
        var imported = elsewhere.run("people", "import", file);

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(elsewhere.names(3)).contains("\"person\":\"Zoë\"");
    }

    @Test
    void folderHeldByAnotherFaceline_isUsedThroughIt() throws Exception {
        var photo = commands.photoOfTheWoman();

        try (var holder = Pipeline.open(PipelineOptions.lasting(commands.data(), Stages.BULK), System.getenv())) {
            assertThat(commands.run("enroll", "Zoë", photo).exitCode()).isZero();
            assertThat(commands.names(3)).contains("\"person\":\"Zoë\"");
            assertThat(holder.people().snapshot()).hasSize(1);
        }
        assertThat(commands.names(3)).contains("\"person\":\"Zoë\"");
    }

    @Test
    void commandsOnWhatLasts_needAPlace() {
        var run = CommandLineRun.of("people", "list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--data");
    }
}
