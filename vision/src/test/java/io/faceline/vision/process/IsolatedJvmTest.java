package io.faceline.vision.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(120)
class IsolatedJvmTest {
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void seesNoneOfOurSettings() throws Exception {
        var variables = answer(jvm(List.of()), Isolation.detected(), "environment");

        assertThat(variables)
                .doesNotContain("FACELINE", "JAVA_TOOL_OPTIONS", "MAVEN")
                .contains("MALLOC_ARENA_MAX");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void hasALimitOfMemory() throws Exception {
        Assumptions.assumeTrue(Isolation.detected().prlimit().isPresent(), "prlimit is missing");

        assertThat(answer(jvm(List.of()), Isolation.detected(), "allocate")).isEqualTo("no memory");
        assertThat(answer(jvm(List.of()), Isolation.NONE, "allocate")).isEqualTo("allocated");
    }

    @Test
    void withoutTheProgramsOfLinux_itRunsAllTheSame() throws Exception {
        assertThat(Isolation.detect(List.of(folder))).isEqualTo(Isolation.NONE);
        assertThat(answer(jvm(List.of()), Isolation.NONE, "hello")).isEqualTo("hello");
    }

    @Test
    void programThatDoesNotWork_isNotUsed() throws IOException {
        for (var name : List.of("bwrap", "prlimit")) {
            var program = Files.writeString(folder.resolve(name), "#!/bin/sh\nexit 1\n");
            Assumptions.assumeTrue(program.toFile().setExecutable(true));
        }

        assertThat(Isolation.detect(List.of(folder))).isEqualTo(Isolation.NONE);
    }

    @Test
    void inASandbox_itSeesNeitherTheNetworkNorOtherFiles() throws Exception {
        Assumptions.assumeTrue(
                Isolation.detected().bubblewrap().isPresent(), "bubblewrap is not installed or not allowed");
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        var given = Files.writeString(folder.resolve("given"), "given");

        assertThat(answer(jvm(List.of(given)), Isolation.detected(), "read", given.toString()))
                .isEqualTo("given");
        assertThat(answer(jvm(List.of(given)), Isolation.detected(), "read", secret.toString()))
                .isEqualTo("NoSuchFileException");
        assertThat(answer(jvm(List.of()), Isolation.detected(), "interfaces")).doesNotContain("eth", "en");
    }

    @Test
    void command_leavesOutWhatIsMissing() {
        var bare = jvm(List.of()).command(Isolation.NONE);
        var limited = jvm(List.of()).command(new Isolation(Optional.of(Path.of("prlimit")), Optional.empty()));

        assertThat(bare.get(0)).endsWith("java");
        assertThat(limited).startsWith("prlimit").endsWith(bare.toArray(String[]::new));
    }

    @Test
    void onlyAProcessThatReadsCameras_keepsTheNetwork() {
        var sandbox = new Isolation(Optional.empty(), Optional.of(Path.of("bwrap")));
        var device = List.of(Path.of("/dev/video0"));

        assertThat(jvm(List.of()).command(sandbox)).contains("--unshare-all").doesNotContain("--share-net");
        assertThat(jvm(List.of()).command(sandbox, true)).contains("--unshare-all", "--share-net");
        assertThat(jvm(device).command(sandbox)).containsSequence("--dev-bind-try", "/dev/video0", "/dev/video0");
    }

    private static IsolatedJvm jvm(List<Path> files) {
        return new IsolatedJvm(Prisoner.class, 64, 100 * MEBIBYTE, List.of(), files);
    }

    private static String answer(IsolatedJvm jvm, Isolation isolation, String... question) throws Exception {
        var process = jvm.start(isolation);
        try (var in = process.getOutputStream()) {
            in.write((String.join("\n", question) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
