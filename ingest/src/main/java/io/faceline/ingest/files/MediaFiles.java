package io.faceline.ingest.files;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Shown;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.video.VideoKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
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
    public static final MediaFiles PHOTOS = new MediaFiles(
            Set.of("jpg", "jpeg", "jpe", "jfif", "jif", "pjpeg", "pjp", "png", "webp", "bmp", "tif", "tiff"));

    /** Photos and videos. */
    public static final MediaFiles ALL = new MediaFiles(union(PHOTOS.extensions, VIDEO_EXTENSIONS));

    private final Set<String> extensions;

    private MediaFiles(Set<String> extensions) {
        this.extensions = extensions;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Files are kept, whatever their name; folders are replaced by the media files below them, ordered by path.
     *
     * @param warnings receives a line for everything that cannot be read, and for what each folder left out
     */
    public List<Path> of(List<Path> filesAndFolders, Consumer<String> warnings) {
        return filesAndFolders.stream()
                .flatMap(path -> Files.isDirectory(path) ? below(path, warnings).stream() : Stream.of(path))
                .toList();
    }

    private List<Path> below(Path folder, Consumer<String> warnings) {
        var content = in(folder);
        content.warnings().forEach(warnings);
        content.leftOut().text().ifPresent(text -> warnings.accept(Shown.of(folder) + ": " + Shown.of(text)));
        return content.files();
    }

    /** The media files below a folder. */
    public FolderContent in(Path folder) {
        var walk = FolderWalk.of(folder);
        var files = new ArrayList<Path>();
        var leftOut = new TreeMap<String, Integer>();
        for (var file : walk.files()) {
            if (!isHidden(file)) {
                if (isMedia(file)) {
                    files.add(file);
                } else {
                    leftOut.merge(extension(file), 1, Integer::sum);
                }
            }
        }
        return new FolderContent(files, new LeftOut(leftOut), walk.warnings());
    }

    private boolean isMedia(Path file) {
        var extension = extension(file);
        return extensions.contains(extension) && (!AMBIGUOUS_EXTENSIONS.contains(extension) || isVideoByContent(file));
    }

    private static boolean isVideoByContent(Path file) {
        try {
            return VideoKind.of(file).isPresent();
        } catch (IOException e) {
            // The video reader reports what is wrong.
            return true;
        }
    }

    /** Whether the extension of a file is that of a media file; hidden files count as none. */
    public boolean hasMediaExtension(Path file) {
        return !isHidden(file) && extensions.contains(extension(file));
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
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
        var name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.lastIndexOf('.') < 0
                ? ""
                : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
