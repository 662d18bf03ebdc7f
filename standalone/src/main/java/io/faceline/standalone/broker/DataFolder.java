package io.faceline.standalone.broker;

import io.faceline.runtime.settings.FileFault;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The data folder of an in-process Kafka. One process holds it at a time, by a lock that the operating system releases with
 * the process. The holder writes its address beside the lock; the address is stale when the lock is free.
 */
public final class DataFolder implements AutoCloseable {
    private static final List<String> PARTS = List.of("kafka", "streams", "spool");

    private final Path folder;
    private final FileChannel channel;
    private final Optional<FileLock> lock;

    private DataFolder(Path folder, FileChannel channel, Optional<FileLock> lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the folder if it is missing and locks it, unless another faceline holds it.
     *
     * @throws SettingsException when this process cannot use the folder
     */
    public static DataFolder open(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            for (var part : PARTS) {
                requireUsable(folder.resolve(part));
            }
            var channel = FileChannel.open(
                    folder.resolve("faceline.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataFolder(folder, channel, tryLock(channel));
        } catch (IOException e) {
            throw new SettingsException(
                    "the data folder " + folder + " cannot be used: " + reason(folder, e)
                            + "; choose another folder with --data, or change its permissions",
                    e);
        }
    }

    private static String reason(Path folder, IOException failure) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return "it is a file, not a folder";
        }
        var isWithin = failure instanceof FileSystemException known
                && known.getFile() != null
                && !known.getFile().equals(folder.toString());
        return (isWithin ? ((FileSystemException) failure).getFile() + ": " : "") + FileFault.reason(failure);
    }

    /** Parts of another user's process would fail later and less clearly. */
    private static void requireUsable(Path part) throws IOException {
        if (Files.exists(part) && !Files.isDirectory(part)) {
            throw new NotDirectoryException(part.toString());
        }
        if (Files.isDirectory(part)
                && !(Files.isReadable(part) && Files.isWritable(part) && Files.isExecutable(part))) {
            throw new AccessDeniedException(part.toString());
        }
    }

    /** Whether this process holds the folder and so runs its Kafka. */
    public boolean isHeldHere() {
        return lock.isPresent();
    }

    public Path kafka() {
        return folder.resolve("kafka");
    }

    public Path streams() {
        return folder.resolve("streams");
    }

    SessionKeyFile sessionKey() {
        return new SessionKeyFile(folder.resolve("session.key"));
    }

    /** The bootstrap servers of the holder's Kafka; empty while it is starting. */
    public Optional<String> address() {
        try {
            return Optional.of(Files.readString(addressFile()).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes the bootstrap servers of this holder's Kafka for other processes. */
    public void publish(String bootstrapServers) {
        try {
            var written = Files.writeString(folder.resolve("faceline.address.new"), bootstrapServers + "\n");
            Files.move(written, addressFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The address of Kafka cannot be written to " + addressFile(), e);
        }
    }

    /** Deletes the address, possibly left by a killed holder. */
    public void withdraw() {
        try {
            Files.deleteIfExists(addressFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The stale address " + addressFile() + " cannot be deleted", e);
        }
    }

    @Override
    public void close() {
        if (isHeldHere()) {
            withdraw();
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path addressFile() {
        return folder.resolve("faceline.address");
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }
}
