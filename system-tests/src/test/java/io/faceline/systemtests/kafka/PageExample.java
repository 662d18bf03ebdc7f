package io.faceline.systemtests.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs the programs of a page of the documentation as they stand there, one for each language. */
final class PageExample {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final Path NODE_PACKAGES = ROOT.resolve("system-tests/src/test/clients/node_modules");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path page;
    private final Path folder;

    /**
     * @param page below the folder of the project
     * @param folder where the programs run
     */
    PageExample(String page, Path folder) {
        this.page = ROOT.resolve(page);
        this.folder = folder;
    }

    static void assumePython(String modules) throws InterruptedException {
        assumeTrue(succeeds("/usr/bin/python3", "-c", "import " + modules), "needs python3 with " + modules);
    }

    static void assumeProgram(String... command) throws InterruptedException {
        assumeTrue(succeeds(command), "needs " + command[0]);
    }

    /** Lets programs of this folder import the packages of the tests. */
    void assumeNodePackages() throws IOException {
        assumeTrue(Files.isDirectory(NODE_PACKAGES), "needs npm install in system-tests/src/test/clients, see .ci/run");
        var link = folder.resolve("node_modules");
        if (Files.notExists(link)) {
            Files.createSymbolicLink(link, NODE_PACKAGES);
        }
    }

    /**
     * Runs the page's program in this language.
     *
     * @param file how the page calls it
     * @param command what runs it, and then its file and the arguments
     * @return what it prints
     */
    String run(String language, String file, List<String> command, String... arguments) throws Exception {
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
        assertThat(block.find()).as("an example in " + language).isTrue();
        Files.writeString(folder.resolve(file), block.group(1));
        var all = new ArrayList<>(command);
        all.add(file);
        all.addAll(List.of(arguments));
        return run(all);
    }

    /** Runs a command in the folder, and returns what it prints. */
    String run(List<String> command) throws Exception {
        var errors = Files.createTempFile(folder, "errors", ".txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return printed.strip();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        }
    }
}
