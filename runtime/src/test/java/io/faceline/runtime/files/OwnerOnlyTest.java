package io.faceline.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
class OwnerOnlyTest {
    @TempDir
    private Path folder;

    @Test
    void newFolderAndItsNewParents_areClosedToOthers() throws IOException {
        var created = OwnerOnly.folder(folder.resolve("a/b"));

        assertThat(permissions(created)).isEqualTo("rwx------");
        assertThat(permissions(created.getParent())).isEqualTo("rwx------");
    }

    @Test
    void openFolder_isClosed() throws IOException {
        var open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(OwnerOnly.isOpenToOthers(open)).isTrue();

        OwnerOnly.folder(open);

        assertThat(OwnerOnly.isOpenToOthers(open)).isFalse();
    }

    @Test
    void file_isCreatedForItsOwner_andNeverReplaced() throws IOException {
        var file = folder.resolve("secret");

        OwnerOnly.create(file).close();

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> OwnerOnly.create(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
