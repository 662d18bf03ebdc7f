package io.faceline.standalone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which files a person means by naming files and folders. */
final class Photos {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff");

    private Photos() {}

    /** Files as they are, whatever they are called; of folders all photos below them, in the order of their paths. */
    static List<Path> of(List<Path> filesAndFolders) {
        return filesAndFolders.stream()
                .flatMap(path -> Files.isDirectory(path) ? below(path).stream() : List.of(path).stream())
                .toList();
    }

    private static List<Path> below(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Photos::isPhoto)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }

    private static boolean isPhoto(Path path) {
        var name = path.getFileName().toString();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending);
    }
}
