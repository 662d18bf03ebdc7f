package io.faceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the script {@code faceline} starts Java, by a Java that only says how it was started. */
@DisabledOnOs(OS.WINDOWS)
class LaunchScriptTest {
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path clone;

    @BeforeEach
    void build() throws IOException {
        var script = Path.of(System.getProperty("faceline.root"), "faceline");
        Files.copy(script, clone.resolve("faceline"), StandardCopyOption.COPY_ATTRIBUTES);
        executable("models/fetch", "#!/bin/sh");
        written("cli/target/faceline.jar", BUILT);
    }

    @Test
    void java25_isToldNotToWarn_andJava17IsNotAskedForWhatItDoesNotKnow() throws Exception {
        var option = "--sun-misc-unsafe-memory-access=allow";

        assertThat(startedBy("25.0.1", Map.of(), "recognize")).contains(option, "-Xlog:disable");
        assertThat(startedBy("17.0.10", Map.of(), "recognize"))
                .contains("-Xlog:disable")
                .doesNotContain(option);
    }

    @Test
    void namesBeyondAscii_areReadWithoutALocale() throws Exception {
        assertThat(startedBy("17.0.10", Map.of(), "recognize")).contains("LC_ALL=C.UTF-8");
        assertThat(startedBy("17.0.10", Map.of("LC_ALL", "C"), "recognize")).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void everyCommand_endsWithoutMemory() throws Exception {
        var option = "-XX:+ExitOnOutOfMemoryError";

        assertThat(startedBy("17.0.10", Map.of(), "up")).contains(option);
        assertThat(startedBy("17.0.10", Map.of(), "recognize")).contains(option);
    }

    @Test
    void olderJava_isRefusedInOneLine() throws Exception {
        var run = run("11.0.2", Map.of(), "recognize");

        run.assertRefusedInOneLine("Java 17 or newer is required");
    }

    private List<String> startedBy(String version, Map<String, String> environment, String command) throws Exception {
        var run = run(version, environment, command);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out().lines().toList();
    }

    private CommandLineRun run(String version, Map<String, String> environment, String command) throws Exception {
        executable(
                "jdk/bin/java",
                "#!/bin/sh",
                "if [ \"$1\" = -version ]; then",
                "    echo 'openjdk version \"" + version + "\" 2026-01-01' >&2",
                "else",
                "    printf '%s\\n' \"LC_ALL=${LC_ALL:-}\" \"$@\"",
                "fi");
        // The archive of classes, which Java would have to create.
        written("cli/target/faceline-" + version.substring(0, 2) + ".jsa", BUILT.plusSeconds(60));
        var out = clone.resolve("out").toFile();
        var err = clone.resolve("err").toFile();
        var builder = new ProcessBuilder(clone.resolve("faceline").toString(), command)
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", clone.resolve("jdk").toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new CommandLineRun(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private void executable(String name, String... lines) throws IOException {
        var file = clone.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void written(String name, Instant time) throws IOException {
        var file = clone.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
