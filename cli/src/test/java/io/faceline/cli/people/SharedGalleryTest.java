package io.faceline.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A persistent gallery over restarts: every command starts and stops the whole pipeline. */
@Tag("slow")
class SharedGalleryTest {
    @TempDir
    Path folder;

    @Test
    void enrolledPerson_lastsUntilDeleted_andStaysDeleted() throws Exception {
        var photo = photoOfTheWoman();

        var enrolled = command("enroll", "Zoë", photo);
        assertThat(enrolled.exitCode()).as(enrolled.err() + enrolled.out()).isZero();
        assertThat(command("people", "list").out()).contains("Zoë  1 photos").contains("1 people");
        assertThat(names(3)).contains("\"person\":\"Zoë\"");
        assertThat(command("people", "rename", "Zoë", "Zoe").exitCode()).isZero();
        assertThat(names(3)).contains("\"person\":\"Zoe\"");

        assertThat(command("people", "delete", "Zoe").exitCode()).isZero();

        assertThat(names(3)).doesNotContain("Zoe");
        assertThat(command("people", "list").out()).contains("0 people");
    }

    @Test
    void exportedPeople_canBeImportedElsewhere() throws Exception {
        command("enroll", "Zoë", photoOfTheWoman());
        var file = folder.resolve("people.jsonl").toString();
        assertThat(command("people", "export", file).exitCode()).isZero();
        assertThat(command("people", "delete", "Zoë").exitCode()).isZero();

        var elsewhere = folder.resolve("elsewhere").toString();
        var imported = CommandLineRun.of("people", "--data", elsewhere, "import", file);

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(CommandLineRun.of(
                                "recognize",
                                "--data",
                                elsewhere,
                                "--json",
                                TestPhotos.sample(3).toString())
                        .out())
                .contains("\"person\":\"Zoë\"");
    }

    @Test
    void refusedPhotos_sayWhy() throws Exception {
        var photo = photoOfTheWoman();
        var text = Files.writeString(folder.resolve("text.jpg"), "This is no photo.")
                .toString();
        assertThat(command("enroll", "Zoë", photo).exitCode()).isZero();

        var run = command("enroll", "Somebody Else", photo, TestPhotos.sample(2).toString(), text);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("already enrolled as Zoë")
                .contains("several faces")
                .contains("0 of 3 photos enrolled");
    }

    @Test
    void folderHeldByAnotherFaceline_isUsedThroughIt() throws Exception {
        var photo = photoOfTheWoman();

        try (var holder = Pipeline.open(PipelineOptions.lasting(data(), Stages.BULK), System.getenv())) {
            assertThat(command("enroll", "Zoë", photo).exitCode()).isZero();
            assertThat(names(3)).contains("\"person\":\"Zoë\"");
            assertThat(holder.people().snapshot()).hasSize(1);
        }
        assertThat(names(3)).contains("\"person\":\"Zoë\"");
    }

    @Test
    void commandsOnWhatLasts_needAPlace() {
        var run = CommandLineRun.of("people", "list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--data");
    }

    @Test
    void twoPeopleOfOneName_areToldApartById() throws Exception {
        command("enroll", "Jose\u0301", photoOfTheWoman());
        var twin = twin().toString();

        var imported = command("people", "import", twin);

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.err()).contains("several people are called \"Jos\u00e9\"");
        var refused = command("people", "delete", "Jos\u00e9");
        assertThat(refused.exitCode()).isEqualTo(2);
        var ids = command("people", "list")
                .out()
                .lines()
                .filter(line -> line.startsWith("Jos\u00e9"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        assertThat(ids).hasSize(2).allSatisfy(id -> assertThat(refused.err()).contains(id));
        assertThat(command("people", "rename", "Jos\u00e9", "Juan").exitCode()).isEqualTo(2);
        assertThat(command("enroll", "Jos\u00e9", photoOfTheWoman()).exitCode()).isEqualTo(2);
        assertThat(command("people", "delete", ids.get(0)).exitCode()).isZero();
        assertThat(command("people", "list").out()).contains("1 people").contains(ids.get(1));
    }

    @Test
    void nameThatDiffersInCaseOnly_isNobodyNew() throws Exception {
        var photo = photoOfTheWoman();
        command("enroll", "Zo\u00eb", photo);

        var run = command("enroll", "zoe\u0308 ", photo);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("differs in case or spaces only");
        assertThat(command(
                                "recognize",
                                "--person",
                                "Zoe\u0308",
                                TestPhotos.sample(3).toString())
                        .out())
                .contains("match     Zo\u00eb");
    }

    @Test
    void importedLine_thatNobodyMayImport_isRefused() throws Exception {
        command("enroll", "Zo\u00eb", photoOfTheWoman());
        var file = folder.resolve("people.jsonl");
        command("people", "export", file.toString());
        var hostile = Files.readString(file).replace("Zo\u00eb", "a\\u001b]0;T\\u0007\\nb");
        var edited = Files.writeString(folder.resolve("edited.jsonl"), hostile);

        var run = command("people", "import", edited.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 1: a name is one line without control characters; nothing was imported");
    }

    /** The only person of the gallery as an export of somebody else, who has the same name. */
    private Path twin() throws Exception {
        var file = folder.resolve("one.jsonl");
        command("people", "export", file.toString());
        var line = (ObjectNode) Mappers.JSON.readTree(Files.readString(file));
        line.put("id", "twin");
        line.path("references").forEach(reference -> rename((ObjectNode) reference, "id"));
        line.path("photos").forEach(photo -> rename((ObjectNode) photo, "reference"));
        return Files.writeString(folder.resolve("twin.jsonl"), line + "\n");
    }

    private static void rename(ObjectNode node, String field) {
        node.put(field, "twin-" + node.path(field).asText());
    }

    private String names(int sample) {
        return command("recognize", "--json", TestPhotos.sample(sample).toString())
                .out();
    }

    private CommandLineRun command(String name, String... more) {
        var arguments = new ArrayList<>(List.of(name, "--data", data().toString()));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String photoOfTheWoman() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
        return gallery.resolve("Zoë").resolve("cut-from-sample1.jpg").toString();
    }
}
