package io.faceline.contracts.golden;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The golden files below a folder of the class path. The folder's README says how they are made. */
public final class GoldenFiles {
    /** The system property that names a resource folder to write missing files to. */
    public static final String WRITE = "faceline.golden.write";

    private static final byte[] NO_BYTES = {};

    private final String root;

    /** @param root such as {@code io/faceline/contracts/golden} */
    public GoldenFiles(String root) {
        this.root = root;
    }

    /** The record's bytes as they are in Kafka: absent for a tombstone. */
    public byte @Nullable [] read(GoldenRecord<?> golden) throws IOException {
        try (var file = getClass().getClassLoader().getResourceAsStream(root + "/" + golden.file())) {
            if (file == null) {
                throw new AssertionError(
                        golden + " has no golden file in " + root + "; its README says how to make one");
            }
            var bytes = file.readAllBytes();
            return golden.value() == null ? null : bytes;
        }
    }

    /** All that are there, as {@link GoldenRecord#file()} names them. Only of the own module, whose classes are in a folder. */
    public Set<String> list() throws IOException, URISyntaxException {
        var url = Objects.requireNonNull(getClass().getClassLoader().getResource(root), root);
        var folder = Path.of(url.toURI());
        try (var files = Files.find(folder, 2, (path, attributes) -> attributes.isRegularFile())) {
            var found = new TreeSet<String>();
            files.filter(file -> !file.getParent().equals(folder))
                    .forEach(file -> found.add(file.getParent().getFileName() + "/" + file.getFileName()));
            return found;
        }
    }

    /** Writes the files that are missing to the folder named by {@link #WRITE}. Never changes one that is there. */
    public void writeMissing(Collection<? extends GoldenRecord<?>> records) throws IOException {
        var resources = Path.of(System.getProperty(WRITE));
        for (var golden : records) {
            var bytes = Objects.requireNonNullElse(golden.serialize(), NO_BYTES);
            writeMissing(resources.resolve(root).resolve(golden.file()), bytes);
        }
    }

    private static void writeMissing(Path file, byte[] bytes) throws IOException {
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } else if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
            throw new AssertionError(file + " is there and differs. Golden bytes are what old data look like and never"
                    + " change; give what is written differently now a sample of another name");
        }
    }
}
