package io.faceline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files a person means by naming files and folders. */
public final class MediaFiles {
    /** Photos alone. */
    public static final MediaFiles PHOTOS =
            new MediaFiles(Set.of("jpg", "jpeg", "jpe", "png", "webp", "bmp", "tif", "tiff"));

    /** Photos and videos. */
    public static final MediaFiles ALL =
            new MediaFiles(union(PHOTOS.endings, Set.of("mp4", "m4v", "mov", "3gp", "mkv", "webm", "avi")));

    private final Set<String> endings;

    private MediaFiles(Set<String> endings) {
        this.endings = endings;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Files as they are, whatever they are called; of folders all of ours below them, in the order of their paths. */
    public List<Path> of(List<Path> filesAndFolders) {
        return filesAndFolders.stream()
                .flatMap(path -> Files.isDirectory(path) ? below(path).stream() : Stream.of(path))
                .toList();
    }

    private List<Path> below(Path folder) {
        try (var paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(this::isOurs)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }

    private boolean isOurs(Path path) {
        var name = path.getFileName().toString();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && endings.contains(ending);
    }
}
