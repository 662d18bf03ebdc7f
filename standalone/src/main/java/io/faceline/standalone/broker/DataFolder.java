package io.faceline.standalone.broker;

import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.FileFault;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
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
 * The data folder of an in-process Kafka, which only its owner can use. One process holds it at a time, by a lock that the
 * operating system releases with the process. The holder writes how clients connect beside the lock, into
 * {@code kafka.client}; that is stale when the lock is free.
 */
public final class DataFolder implements AutoCloseable {
    private static final List<String> PARTS = List.of("kafka", "streams", "spool");
    private static final String LOCK = "faceline.lock";

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
            PrivateFolder.require(folder, LOCK);
            for (var part : PARTS) {
                requireUsable(folder.resolve(part));
            }
            var lock = folder.resolve(LOCK);
            var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            OwnerOnly.restrict(lock);
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
        if (Files.isDirectory(part) && OwnerOnly.isOpenToOthers(part)) {
            OwnerOnly.folder(part);
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

    /** How clients connect to the holder's Kafka; empty while it is starting. */
    public Optional<ClientLogin> login() {
        return ClientLogin.read(folder);
    }

    /** Tells other processes of this user how to connect to this holder's Kafka. */
    void publish(ClientLogin login) {
        try {
            writeSecret(ClientLogin.FILE, login.toText());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The login of Kafka cannot be written to " + folder.resolve(ClientLogin.FILE), e);
        }
    }

    /** Deletes the login, possibly left by a killed holder. */
    void withdraw() {
        try {
            Files.deleteIfExists(folder.resolve(ClientLogin.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The stale login " + folder.resolve(ClientLogin.FILE) + " cannot be deleted", e);
        }
    }

    private void writeSecret(String name, String text) throws IOException {
        var written = folder.resolve(name + ".new");
        Files.deleteIfExists(written);
        try (var out = OwnerOnly.create(written)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }
}
