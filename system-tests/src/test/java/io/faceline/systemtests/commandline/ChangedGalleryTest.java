package io.faceline.systemtests.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that change a gallery, through another faceline that holds it, which saves the start of a pipeline for each. */
@Tag("slow")
class ChangedGalleryTest {
    @TempDir
    Path folder;

    private GalleryCommands commands;
    private Pipeline holder;

    @BeforeEach
    void openGallery() {
        commands = new GalleryCommands(folder);
        holder = Pipeline.open(PipelineOptions.lasting(commands.data(), Stages.BULK), System.getenv());
    }

    @AfterEach
    void closeGallery() {
        holder.close();
    }

    @Test
    void refusedPhotos_sayWhy() throws Exception {
        var photo = commands.photoOfTheWoman();
        var text = Files.writeString(folder.resolve("text.jpg"), "This is no photo.")
                .toString();
        assertThat(commands.run("enroll", "Zoë", photo).exitCode()).isZero();

        var run = commands.run(
                "enroll", "Somebody Else", photo, TestPhotos.sample(2).toString(), text);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("already enrolled as Zoë")
                .contains("several faces")
                .contains("0 of 3 photos enrolled");
    }

    @Test
    void twoPeopleOfOneName_areToldApartById() throws Exception {
        commands.run("enroll", "Jose\u0301", commands.photoOfTheWoman());
        var twin = twin().toString();

        var imported = commands.run("people", "import", twin);

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.err()).contains("several people are called \"Jos\u00e9\"");
        var refused = commands.run("people", "delete", "Jos\u00e9");
        assertThat(refused.exitCode()).isEqualTo(2);
        var ids = commands.run("people", "list")
                .out()
                .lines()
                .filter(line -> line.startsWith("Jos\u00e9"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        assertThat(ids).hasSize(2).allSatisfy(id -> assertThat(refused.err()).contains(id));
        assertThat(commands.run("people", "rename", "Jos\u00e9", "Juan").exitCode())
                .isEqualTo(2);
        assertThat(commands.run("enroll", "Jos\u00e9", commands.photoOfTheWoman())
                        .exitCode())
                .isEqualTo(2);
        assertThat(commands.run("people", "delete", ids.get(0)).exitCode()).isZero();
        assertThat(commands.run("people", "list").out()).contains("1 people").contains(ids.get(1));
    }

    @Test
    void nameThatDiffersInCaseOnly_isNobodyNew() throws Exception {
        var photo = commands.photoOfTheWoman();
        commands.run("enroll", "Zo\u00eb", photo);

        var run = commands.run("enroll", "zoe\u0308 ", photo);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("differs in case or spaces only");
        assertThat(commands.run(
                                "recognize",
                                "--person",
                                "Zoe\u0308",
                                TestPhotos.sample(3).toString())
                        .out())
                .contains("match     Zo\u00eb");
    }

    @Test
    void importedLine_thatNobodyMayImport_isRefused() throws Exception {
        commands.run("enroll", "Zo\u00eb", commands.photoOfTheWoman());
        var file = folder.resolve("people.jsonl");
        commands.run("people", "export", file.toString());
        var hostile = Files.readString(file).replace("Zo\u00eb", "a\\u001b]0;T\\u0007\\nb");
        var edited = Files.writeString(folder.resolve("edited.jsonl"), hostile);

        var run = commands.run("people", "import", edited.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 1: a name is one line without control characters; nothing was imported");
    }

    /** The only person of the gallery as an export of somebody else, who has the same name. */
    private Path twin() throws Exception {
        var file = folder.resolve("one.jsonl");
        commands.run("people", "export", file.toString());
        var line = (ObjectNode) Mappers.JSON.readTree(Files.readString(file));
        line.put("id", "twin");
        line.path("references").forEach(reference -> rename((ObjectNode) reference, "id"));
        line.path("photos").forEach(photo -> rename((ObjectNode) photo, "reference"));
        return Files.writeString(folder.resolve("twin.jsonl"), line + "\n");
    }

    private static void rename(ObjectNode node, String field) {
        node.put(field, "twin-" + node.path(field).asText());
    }
}
