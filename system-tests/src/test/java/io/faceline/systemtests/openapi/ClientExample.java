package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program of docs/how-to/generate-a-client.md as it stands there, with a client that the module {@code clients} generates. */
final class ClientExample {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final Path NODE_PACKAGES = ROOT.resolve("system-tests/src/test/clients/node_modules");
    private static final Path TYPESCRIPT_CLIENT = ROOT.resolve("clients/target/generated-sources/typescript");
    private static final Path GUIDE = ROOT.resolve("docs/how-to/generate-a-client.md");
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final List<String> command;

    private ClientExample(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    static ClientExample java(Path folder) throws IOException {
        Files.writeString(folder.resolve("Recognise.java"), program("java"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        // The optimizing compiler costs more than it saves in a short run.
        return new ClientExample(
                folder,
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath, "Recognise.java"));
    }

    /** Compiled by {@code tsc}. */
    static ClientExample typeScript(Path folder) throws Exception {
        assumeTrue(
                Files.isDirectory(NODE_PACKAGES.resolve("typescript")),
                "needs npm install in system-tests/src/test/clients, see .ci/run");
        copy(TYPESCRIPT_CLIENT, folder.resolve("client"));
        Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
        Files.writeString(folder.resolve("recognise.ts"), program("typescript"));
        var compiler = NODE_PACKAGES.resolve("typescript/bin/tsc").toString();
        var types = NODE_PACKAGES.resolve("@types").toString();
        new ClientExample(folder, List.of("node", compiler, "--strict", "--skipLibCheck", "--typeRoots", types))
                .run("--module", "nodenext", "recognise.ts");
        return new ClientExample(folder, List.of("node", "recognise.js"));
    }

    /** What it prints, line by line. */
    List<String> run(String... arguments) throws Exception {
        var all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        var printed = folder.resolve("printed.txt");
        var process = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        var ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        var lines = Files.readAllLines(printed);
        assertThat(ended).as(lines.toString()).isTrue();
        assertThat(process.exitValue()).as(lines.toString()).isZero();
        return lines;
    }

    private static String program(String language) throws IOException {
        var found =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(found.find()).as("a program in " + language).isTrue();
        return found.group(1);
    }

    private static void copy(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (var file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
    }
}
