package io.faceline.standalone.broker;

import io.faceline.runtime.settings.FileFault;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Creates and deletes temporary folders. */
final class TemporaryFolder {
    private TemporaryFolder() {}

    static Path create() {
        try {
            return Files.createTempDirectory("faceline-");
        } catch (IOException e) {
            throw new SettingsException(
                    "the folder for temporary files, " + System.getProperty("java.io.tmpdir") + ", cannot be written: "
                            + FileFault.reason(e)
                            + "; choose another with FACELINE_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
                    e);
        }
    }

    /** Deletes the folder with its content. */
    static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(TemporaryFolder::deleteOne);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " cannot be deleted", e);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
