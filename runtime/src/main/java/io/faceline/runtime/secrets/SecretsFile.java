package io.faceline.runtime.secrets;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.FileFault;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with a line {@code NAME=value} for each secret. The value goes to the end of its line without escapes, so that any
 * password can stand there as it is; lines that begin with {@code #} are comments. While the file cannot be read, the secrets
 * that it had before remain. Thread-safe.
 */
final class SecretsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SecretsFile.class);

    private final Path file;

    @GuardedBy("this")
    private Map<String, String> secrets = Map.of();

    @GuardedBy("this")
    private Optional<Version> version = Optional.empty();

    @GuardedBy("this")
    private String fault = "";

    /** What tells one content of the file from another without reading it. */
    private record Version(FileTime changedAt, long bytes) {
        static Version of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size());
        }
    }

    private SecretsFile(Path file) {
        this.file = file;
    }

    /** @throws SettingsException if it cannot be read */
    static SecretsFile open(String setting, String path) {
        try {
            var file = new SecretsFile(Path.of(path));
            file.readIfChanged();
            return file;
        } catch (IOException e) {
            throw new SettingsException(setting + ": " + path + ": " + FileFault.reason(e), e);
        } catch (InvalidPathException e) {
            throw new SettingsException(setting + " must be a path, was \"" + path + "\"", e);
        }
    }

    synchronized Optional<String> find(String name) {
        try {
            readIfChanged();
            fault = "";
        } catch (IOException e) {
            var reason = FileFault.reason(e);
            if (!reason.equals(fault)) {
                fault = reason;
                LOG.warn("event=secrets_file_unreadable file={} reason=\"{}\"", file, reason);
            }
        }
        return Optional.ofNullable(secrets.get(name));
    }

    private synchronized void readIfChanged() throws IOException {
        var now = Optional.of(Version.of(file));
        if (now.equals(version)) {
            return;
        }
        secrets = read();
        version = now;
        if (OwnerOnly.isOpenToOthers(file)) {
            LOG.warn("event=secrets_file_open_to_others file={} advice=\"chmod 600 {}\"", file, file);
        }
    }

    private Map<String, String> read() throws IOException {
        var found = new HashMap<String, String>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            var equals = line.indexOf('=');
            var name = equals < 0 ? "" : line.substring(0, equals).strip();
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (NamedSecrets.isName(name)) {
                found.put(name, line.substring(equals + 1).strip());
            } else {
                // Not the line, which may be half of a secret.
                LOG.warn(
                        "event=secrets_file_line_skipped file={} line={} reason=\"it is not NAME=value\"",
                        file,
                        number);
            }
        }
        return found;
    }
}
