package io.faceline.runtime.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only their owner can use, where the file system has POSIX permissions: secrets, and what shows
 * faces or names. Elsewhere the permissions are those that new files get.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Creates a folder and its parents, or restricts it if it exists. New parents are restricted, too. */
    public static Path folder(Path folder) throws IOException {
        // A link to a folder is one that the user made; createDirectories does not take it.
        var isThere = Files.isDirectory(folder);
        if (!hasPermissions(folder)) {
            return isThere ? folder : Files.createDirectories(folder);
        }
        if (!isThere) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        return Files.setPosixFilePermissions(folder, FOLDER);
    }

    /** Creates a folder and its parents if it is missing; leaves an existing one as it is. */
    public static Path newFolder(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : folder(folder);
    }

    /** Creates a file that was never open to others. @throws FileAlreadyExistsException if it exists, if only as a link */
    public static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(file)));
    }

    /** Restricts an existing file. */
    public static void restrict(Path file) throws IOException {
        if (hasPermissions(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    /** Whether the group or others may read, write or enter an existing file or folder. */
    public static boolean isOpenToOthers(Path path) throws IOException {
        if (!hasPermissions(path)) {
            return false;
        }
        return !FOLDER.containsAll(Files.getPosixFilePermissions(path));
    }

    private static FileAttribute<?>[] attributes(Path file) {
        return hasPermissions(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
