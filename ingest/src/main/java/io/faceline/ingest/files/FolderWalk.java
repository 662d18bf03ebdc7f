package io.faceline.ingest.files;

import io.faceline.contracts.Shown;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists the files of a folder and of all folders below it, each folder once. Links are followed last, and not where they
 * lead to a folder that contains this one. What cannot be read becomes a warning. Not thread-safe.
 */
final class FolderWalk {
    private final List<Path> files = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Deque<Path> folders = new ArrayDeque<>();
    /** Links to folders, in the order of their paths, so that a repeated run follows the same. */
    private final TreeSet<Path> links = new TreeSet<>();

    private final Set<Path> visited = new HashSet<>();
    private Optional<Path> root = Optional.empty();

    private FolderWalk() {}

    static FolderWalk of(Path folder) {
        var walk = new FolderWalk();
        walk.folders.add(folder);
        walk.run();
        return walk;
    }

    /** All regular files, ordered by path. */
    List<Path> files() {
        return files.stream().sorted().toList();
    }

    /** One line each. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void run() {
        while (!folders.isEmpty() || !links.isEmpty()) {
            var isLink = folders.isEmpty();
            var next = isLink ? links.pollFirst() : folders.remove();
            try {
                visit(next, next.toRealPath(), isLink);
            } catch (IOException e) {
                warnUnreadable(next, e);
            }
        }
    }

    private void visit(Path folder, Path real, boolean isLink) {
        if (root.isEmpty()) {
            root = Optional.of(real);
        }
        if (isLink && root.get().startsWith(real)) {
            warnings.add(Shown.of(folder) + " was not followed: the link leads back to a folder that contains it");
        } else if (visited.add(real)) {
            list(folder);
        }
    }

    private void list(Path folder) {
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(this::add);
        } catch (IOException e) {
            warnUnreadable(folder, e);
        } catch (DirectoryIteratorException e) {
            warnUnreadable(folder, e.getCause());
        }
    }

    private void add(Path entry) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            folders.add(entry);
        } else if (Files.isDirectory(entry)) {
            links.add(entry);
        } else if (Files.isRegularFile(entry)) {
            files.add(entry);
        } else if (Files.isSymbolicLink(entry) && !Files.exists(entry)) {
            warnings.add(Shown.of(entry) + " was not read: the link leads nowhere");
        }
    }

    private void warnUnreadable(Path path, IOException failure) {
        warnings.add(Shown.of(path) + " cannot be read: " + Shown.of(FileFault.reason(failure)));
    }
}
