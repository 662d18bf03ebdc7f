package io.faceline.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder in which a faceline keeps its Kafka. One process holds it at a time, by a lock that the operating system
 * lets go with the process; the holder's address is written beside it, and is stale when nobody holds the lock.
 */
public final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;
    private final Optional<FileLock> lock;

    private DataFolder(Path folder, FileChannel channel, Optional<FileLock> lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder when it is missing and takes it, unless another faceline holds it. */
    public static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("faceline.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataFolder(folder, channel, tryLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Whether this process holds the folder and so runs its Kafka; otherwise another one does. */
    public boolean isHeldHere() {
        return lock.isPresent();
    }

    public Path kafka() {
        return folder.resolve("kafka");
    }

    public Path streams() {
        return folder.resolve("streams");
    }

    /** Where the Kafka of the holder listens; empty while the holder is still starting. */
    public Optional<String> address() {
        try {
            return Optional.of(Files.readString(addressFile()).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Tells others where this holder's Kafka listens. */
    public void publish(String bootstrapServers) {
        try {
            var written = Files.writeString(folder.resolve("faceline.address.new"), bootstrapServers + "\n");
            Files.move(written, addressFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The address of Kafka cannot be written to " + addressFile(), e);
        }
    }

    /** Forgets what an earlier holder, perhaps killed, has left there. */
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
