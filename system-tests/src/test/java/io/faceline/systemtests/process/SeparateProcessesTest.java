package io.faceline.systemtests.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.matcher.MatcherMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a single service in a process of its own. See compose.RunningServicesTest for all services together. */
class SeparateProcessesTest {
    @TempDir
    Path folder;

    @Test
    void wrongSetting_endsTheProcessBeforeKafkaIsAsked() throws Exception {
        var log = folder.resolve("matcher.log");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MatcherMain.class.getName());
        builder.environment().put("FACELINE_MATCH_THRESHOLD", "7");
        var process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(Files.readString(log)).contains("FACELINE_MATCH_THRESHOLD must be between -1 and 1, was \"7\"");
    }
}
