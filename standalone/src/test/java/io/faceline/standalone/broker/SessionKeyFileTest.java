package io.faceline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.runtime.files.OwnerOnly;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.web.access.SessionKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionKeyFileTest {
    @TempDir
    Path folder;

    @Test
    void key_isMadeOnce_andOnlyItsOwnerReadsIt() throws Exception {
        var file = folder.resolve("session.key");
        assertThat(new SessionKeyFile(file).read()).isEmpty();

        new SessionKeyFile(file).create();
        var first = new SessionKeyFile(file).read().orElseThrow();
        new SessionKeyFile(file).create();

        assertThat(new SessionKeyFile(file).read()).contains(first);
        var secret = SessionKey.parse(first).create();
        assertThat(SessionKey.parse(first).proven(secret.reveal())).isPresent();
        assertThat(OwnerOnly.isOpenToOthers(file)).isFalse();
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void keyThatOthersCouldRead_isClosed_andKept() throws Exception {
        var file = folder.resolve("session.key");
        new SessionKeyFile(file).create();
        var key = Files.readString(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        new SessionKeyFile(file).create();

        assertThat(OwnerOnly.isOpenToOthers(file)).isFalse();
        assertThat(Files.readString(file)).isEqualTo(key);
    }

    @Test
    void fileThatCannotBeRead_isNamed() throws Exception {
        var file = Files.createDirectory(folder.resolve("session.key"));

        assertThatThrownBy(() -> new SessionKeyFile(file).read())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete it");
    }
}
