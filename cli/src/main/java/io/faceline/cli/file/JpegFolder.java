package io.faceline.cli.file;

import io.faceline.cli.command.CommandFailure;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;

/** A folder that a command writes JPEGs into. A file that faceline did not write keeps its name. Not thread-safe. */
public final class JpegFolder {
    private final Path folder;
    private final SafeFileName names = new SafeFileName();

    private JpegFolder(Path folder) {
        this.folder = folder;
    }

    /** Creates the folder; fails when it is not writable. */
    public static JpegFolder open(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException("it is a file, not a folder");
        }
        OwnerOnly.newFolder(folder);
        if (!Files.isWritable(folder)) {
            throw new IOException("the folder is not writable");
        }
        return new JpegFolder(folder);
    }

    /**
     * Checks the folder before hours of work: it must not hold files that the command reads.
     *
     * @param option the option that error messages name
     * @throws CommandFailure when it holds one, or cannot be written
     */
    public static JpegFolder openApartFrom(Collection<Path> inputs, String option, Path folder) {
        try {
            requireNoInput(inputs, option, folder);
            return open(folder);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(option + ": " + folder + " cannot be written: " + FileFault.reason(e));
        }
    }

    private static void requireNoInput(Collection<Path> inputs, String option, Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var real = folder.toRealPath();
        var folders = new LinkedHashMap<Path, Path>();
        inputs.forEach(input -> folders.putIfAbsent(input.toAbsolutePath().getParent(), input));
        for (var entry : folders.entrySet()) {
            if (Files.exists(entry.getKey()) && entry.getKey().toRealPath().equals(real)) {
                throw CommandFailure.wrongUsage(option + ": " + folder + " holds " + entry.getValue()
                        + ", which this command reads; choose a folder of its own for what is written");
            }
        }
    }

    /** Writes a JPEG under this name, or with a number added when the name is taken. */
    public void write(String name, byte[] jpeg) throws IOException {
        var file = names.fresh(name, ".jpg", candidate -> WrittenFile.isFree(folder.resolve(candidate)));
        WrittenFile.writeJpeg(folder.resolve(file), jpeg);
    }
}
