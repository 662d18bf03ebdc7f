package io.faceline.standalone.broker;

import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.FileFault;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.web.access.SessionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in a data folder with the key of its sessions, as text in one line, so that sessions survive a restart. Only its
 * owner can read it.
 */
final class SessionKeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(SessionKeyFile.class);

    private final Path file;

    SessionKeyFile(Path file) {
        this.file = file;
    }

    /** Creates the file with a new key unless it exists. For the holder of the folder only. */
    void create() {
        try {
            if (Files.exists(file)) {
                close();
            } else {
                write();
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The key; empty if a holder of an earlier version has made none. */
    Optional<String> read() {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** By a file of another name, so that a process that is killed leaves no half of a key. */
    private void write() throws IOException {
        var made = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(made);
        try (var out = OwnerOnly.create(made)) {
            out.write((SessionKey.newText() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void close() throws IOException {
        if (OwnerOnly.isOpenToOthers(file)) {
            OwnerOnly.restrict(file);
            LOG.warn(
                    "event=session_key_was_open file={} reason=\"others could read it: delete it before the next start,"
                            + " which ends all sessions, if they may have\"",
                    file);
        }
    }

    private SettingsException unusable(IOException failure) {
        return new SettingsException(
                "the session key " + file + " cannot be used: " + FileFault.reason(failure)
                        + "; change its permissions, or delete it, which ends all sessions",
                failure);
    }
}
