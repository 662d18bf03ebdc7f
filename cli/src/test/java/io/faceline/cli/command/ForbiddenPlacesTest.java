package io.faceline.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.FacelineMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Places that this user may not write or read end a command with one line, in a process that has no rights beyond those of
 * the permissions.
 */
@Tag("slow")
class ForbiddenPlacesTest {
    /** The rights by which root passes permissions by. */
    private static final List<String> WITHOUT_RIGHTS =
            List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner");

    @TempDir
    Path folder;

    private Path readOnly;
    private Path locked;

    @BeforeEach
    void make() throws IOException {
        assumeTrue(!isRoot() || Files.isExecutable(Path.of("/usr/bin/setpriv")), "root, and no setpriv");
        readOnly = Files.createDirectory(folder.resolve("readonly"));
        locked = Files.createDirectory(folder.resolve("locked"));
        Files.writeString(folder.resolve("photo.jpg"), "no photo");
        for (var person : List.of("Ada", "Eve")) {
            var photos = Files.createDirectories(folder.resolve("people").resolve(person));
            Files.writeString(photos.resolve("a.jpg"), "no photo");
            Files.writeString(photos.resolve("b.jpg"), "no photo");
        }
        setPermissions(readOnly, "r-xr-xr-x");
        setPermissions(locked, "---------");
    }

    @AfterEach
    void open() throws IOException {
        setPermissions(readOnly, "rwxr-xr-x");
        setPermissions(locked, "rwxr-xr-x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people --data READONLY list",
                "people --data READONLY/data list",
                "people --data LOCKED list",
                "enroll --data READONLY Ada PHOTO",
                "up --port 0 --data READONLY",
                "up --port 0 --https --data READONLY/data",
                "recognize --gallery LOCKED PHOTO",
                "recognize --annotate READONLY PHOTO",
                "recognize --annotate READONLY/copies PHOTO",
                "recognize --best-shots READONLY PHOTO",
                "recognize --report READONLY/page.html PHOTO",
                "recognize --models LOCKED PHOTO",
                "models --models LOCKED list",
                "people --data DATA export READONLY/people.jsonl",
                "people --data DATA import LOCKED/people.jsonl",
                "evaluate --images LOCKED --open-set 1",
                "evaluate report READONLY/report --images PEOPLE --gallery-size 1",
                "demo --annotate READONLY/demo",
            })
    void forbiddenPlace_endsTheCommandWithOneLine(String command) throws Exception {
        var run = run(List.of(), command);

        run.assertRefusedInOneLine(folder.toString());
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    /** The folder is this user's, and others can read it. */
    @Test
    void ownReadOnlyDataFolder_isNotCalledThatOfAnotherUser() throws Exception {
        run(List.of(), "people --data READONLY list")
                .assertRefusedInOneLine("the data folder " + readOnly + " cannot be used: permission denied");
    }

    /** As {@code lost+found}, which every disk with ext4 has. */
    @Test
    void forbiddenFolderAmongPhotos_isAWarning_andTheRestGoesOn() throws Exception {
        var run = run(List.of(), "recognize TREE");

        assertThat(run.err()).contains("warning: " + locked + " cannot be read: permission denied");
        assertThat(run.err() + run.out())
                .contains(folder.resolve("photo.jpg").toString())
                .contains(folder.resolve("people/Eve/b.jpg").toString())
                .doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"READONLY", "LOCKED"})
    void forbiddenTemporaryFolder_endsTheCommandWithOneLine(String place) throws Exception {
        var run = run(List.of("-Djava.io.tmpdir=" + place), "recognize PHOTO");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("-Djava.io.tmpdir=DIR");
    }

    private CommandLineRun run(List<String> options, String arguments) throws Exception {
        var command = new ArrayList<String>(isRoot() ? WITHOUT_RIGHTS : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        options.forEach(option -> command.add(place(option)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FacelineMain.class.getName()));
        Arrays.stream(arguments.split(" ")).map(this::place).forEach(command::add);
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new CommandLineRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private String place(String text) {
        return text.replace("READONLY", readOnly.toString())
                .replace("LOCKED", locked.toString())
                .replace("DATA", folder.resolve("data").toString())
                .replace("TREE", folder.toString())
                .replace("PHOTO", folder.resolve("photo.jpg").toString())
                .replace("PEOPLE", folder.resolve("people").toString());
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void setPermissions(Path place, String permissions) throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
    }
}
