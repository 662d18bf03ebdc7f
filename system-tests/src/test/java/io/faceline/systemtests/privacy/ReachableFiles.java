package io.faceline.systemtests.privacy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files below a folder that another user of the machine can read or write, by the permissions on the way to them. */
final class ReachableFiles {
    private static final Set<PosixFilePermission> ENTERED =
            Set.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> OPENED = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private ReachableFiles() {}

    /** Whatever the folder itself allows: those that would be reachable if it were open, but for closed folders in it. */
    static List<Path> in(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                return inner.equals(folder) || has(inner, ENTERED)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (has(file, OPENED)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** Kafka deletes files at any time. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean has(Path path, Set<PosixFilePermission> any) throws IOException {
        return Files.getPosixFilePermissions(path).stream().anyMatch(any::contains);
    }
}
