package io.faceline.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the Dockerfile without building the image. */
class DockerfileTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));

    @Test
    void filesCopiedFromTheClone_exist() throws IOException {
        var copies = lines().stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .flatMap(DockerfileTest::sources)
                .toList();

        assertThat(copies)
                .contains("models/fetch", "scripts/healthy")
                .allSatisfy(source -> assertThat(ROOT.resolve(source)).exists());
        assertThat(ROOT.resolve("scripts/healthy")).isExecutable();
    }

    @Test
    void servicesRun_asNobodySpecial() throws IOException {
        var lines = lines();

        assertThat(lines).contains("USER 10001");
        assertThat(lines.indexOf("USER 10001"))
                .isGreaterThan(lines.lastIndexOf("FROM eclipse-temurin:17-jre"))
                .isLessThan(lines.size() - 1);
    }

    @Test
    void entryPoint_isJavaOverOurJarWithOurModels() throws IOException {
        assertThat(EntryPoint.read(ROOT.resolve("Dockerfile")))
                .startsWith("java")
                .endsWith("-cp", "/opt/faceline/faceline.jar")
                .contains("-Dfaceline.npm=/opt/faceline/models");
    }

    /** A process without memory that lingers on answers nobody, and nobody starts it again. */
    @Test
    void processWithoutMemory_ends() throws IOException {
        var ends = "-XX:+ExitOnOutOfMemoryError";

        assertThat(EntryPoint.read(ROOT.resolve("Dockerfile"))).contains(ends);
        assertThat(Files.readAllLines(ROOT.resolve("faceline")))
                .anyMatch(line -> line.startsWith("options=") && line.contains(ends));
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(ROOT.resolve("Dockerfile"));
    }

    /** The sources of a COPY: all arguments except the instruction and the target. */
    private static Stream<String> sources(String copy) {
        var words = List.of(copy.split(" ", -1));
        return words.subList(1, words.size() - 1).stream();
    }
}
