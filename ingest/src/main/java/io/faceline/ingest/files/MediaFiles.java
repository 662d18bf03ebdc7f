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

/** Finds the media files among named files and folders. */
public final class MediaFiles {
    private static final Set<String> VIDEO_EXTENSIONS = Set.of(
            "mp4", "m4v", "mov", "3gp", "mkv", "webm", "avi", "ts", "mts", "m2ts", "m2t", "mpg", "mpeg", "vob", "flv",
            "wmv", "asf", "ogv");

    /** Other files have these extensions as well: TypeScript. */
    private static final Set<String> AMBIGUOUS_EXTENSIONS = Set.of("ts");

    /** Photos only. */
    public static final MediaFiles PHOTOS =
            new MediaFiles(Set.of("jpg", "jpeg", "jpe", "png", "webp", "bmp", "tif", "tiff"));

    /** Photos and videos. */
    public static final MediaFiles ALL = new MediaFiles(union(PHOTOS.extensions, VIDEO_EXTENSIONS));

    private final Set<String> extensions;

    private MediaFiles(Set<String> extensions) {
        this.extensions = extensions;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Files are kept, whatever their name; folders are replaced by the media files below them, ordered by path. */
    public List<Path> of(List<Path> filesAndFolders) {
        return filesAndFolders.stream()
                .flatMap(path -> Files.isDirectory(path) ? below(path).stream() : Stream.of(path))
                .toList();
    }

    private List<Path> below(Path folder) {
        try (var paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(this::isMedia)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }

    private boolean isMedia(Path path) {
        var extension = extension(path);
        return !path.getFileName().toString().startsWith(".")
                && extensions.contains(extension)
                && (!AMBIGUOUS_EXTENSIONS.contains(extension) || isVideoByContent(path));
    }

    private static boolean isVideoByContent(Path file) {
        try {
            return VideoKind.of(file).isPresent();
        } catch (IOException e) {
            // The video reader reports what is wrong.
            return true;
        }
    }

    /**
     * Decided by content. A file that is neither video nor photo is decided by its extension, so that the right reader
     * rejects it.
     */
    public static boolean isVideo(Path file) {
        try (var content = Files.newInputStream(file)) {
            var head = content.readNBytes(VideoKind.HEAD_BYTES);
            return VideoKind.of(head).isPresent()
                    || (ImageKind.sniff(Blob.wrap(head)).isEmpty() && VIDEO_EXTENSIONS.contains(extension(file)));
        } catch (IOException e) {
            // The photo reader reports what is wrong.
            return false;
        }
    }

    private static String extension(Path path) {
        var name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
