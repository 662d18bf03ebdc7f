package io.faceline.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.FacelineMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A temporary folder from which no program may run, as hardened servers mount it: native libraries lie there. */
@Tag("slow")
class TemporaryFolderWithoutProgramsTest {
    @TempDir
    Path folder;

    private Path temporary;
    private boolean isMounted;
    private Process process;

    @BeforeEach
    void mount() throws Exception {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        isMounted = run("mount", "-t", "tmpfs", "-o", "noexec,size=500m", "faceline-test", temporary.toString());
        assumeTrue(isMounted, "this user may not mount a file system");
    }

    @AfterEach
    void unmount() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        if (isMounted) {
            assertThat(run("umount", temporary.toString())).isTrue();
        }
    }

    @Test
    void commandEndsWithOneLine_thatSaysWhatToDo() throws Exception {
        var photo = Files.writeString(folder.resolve("photo.jpg"), "no photo");
        var out = folder.resolve("out");
        var err = folder.resolve("err");

        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dfaceline.npm=" + System.getProperty("faceline.npm"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FacelineMain.class.getName(),
                        "recognize",
                        photo.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        new CommandLineRun(process.exitValue(), Files.readString(out), Files.readString(err))
                .assertRefusedInOneLine("allow programs to run (no noexec)");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no such command on this system.
            return false;
        }
    }
}
