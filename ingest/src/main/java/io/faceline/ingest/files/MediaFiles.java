package io.faceline.ingest.files;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.video.VideoKind;
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
    private static final Set<String> VIDEO_ENDINGS = Set.of("mp4", "m4v", "mov", "3gp", "mkv", "webm", "avi");

    /** Enough of a file to know its kind. */
    private static final int HEAD_BYTES = 64;

    /** Photos alone. */
    public static final MediaFiles PHOTOS =
            new MediaFiles(Set.of("jpg", "jpeg", "jpe", "png", "webp", "bmp", "tif", "tiff"));

    /** Photos and videos. */
    public static final MediaFiles ALL = new MediaFiles(union(PHOTOS.endings, VIDEO_ENDINGS));

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
        return !path.getFileName().toString().startsWith(".") && endings.contains(ending(path));
    }

    /** By what the file holds; only one that holds neither a video nor a photo goes by its name, to fail as what it pretends. */
    public static boolean isVideo(Path file) {
        try (var content = Files.newInputStream(file)) {
            var head = content.readNBytes(HEAD_BYTES);
            return VideoKind.of(head).isPresent()
                    || (ImageKind.sniff(Blob.wrap(head)).isEmpty() && VIDEO_ENDINGS.contains(ending(file)));
        } catch (IOException e) {
            // Whoever reads it as a photo says better what is wrong.
            return false;
        }
    }

    private static String ending(Path path) {
        var name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
