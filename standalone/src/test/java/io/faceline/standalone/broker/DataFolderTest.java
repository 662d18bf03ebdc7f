package io.faceline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    private static final ClientLogin LOGIN = new ClientLogin("127.0.0.1:1234", "client", "secret");

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void setUp() {
        folder = temporary.resolve("data");
    }

    @Test
    void secondOpener_seesTheLoginOfTheFirst() {
        try (var holder = DataFolder.open(folder)) {
            holder.publish(LOGIN);

            try (var other = DataFolder.open(folder)) {
                assertThat(holder.isHeldHere()).isTrue();
                assertThat(other.isHeldHere()).isFalse();
                assertThat(other.login()).contains(LOGIN);
            }
            assertThat(DataFolder.open(folder).login()).contains(LOGIN);
        }
    }

    @Test
    void closedHolder_leavesNothingBehind() {
        var holder = DataFolder.open(folder);
        holder.publish(LOGIN);
        holder.close();

        try (var next = DataFolder.open(folder)) {
            assertThat(next.isHeldHere()).isTrue();
            assertThat(next.login()).isEmpty();
        }
    }

    @Test
    void loginOfAKilledHolder_isStale() throws Exception {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.resolve("kafka.client"), LOGIN.toText());

        try (var next = DataFolder.open(folder)) {
            assertThat(next.isHeldHere()).isTrue();
            next.withdraw();
            assertThat(next.login()).isEmpty();
        }
    }

    @Test
    void newFolder_andItsFiles_areTheOwnersAlone() throws Exception {
        try (var data = DataFolder.open(folder)) {
            data.publish(LOGIN);

            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(Files.list(folder).map(DataFolderTest::permissions))
                    .hasSize(2)
                    .containsOnly("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxrwxr-x", "rwxr-x---", "rwx--x--x"})
    void folderOfAnEarlierVersion_isClosed(String before) throws Exception {
        DataFolder.open(folder).close();
        Files.createDirectory(folder.resolve("kafka"));
        open(folder.resolve("kafka"), "rwxr-xr-x");
        open(folder.resolve("faceline.lock"), "rw-r--r--");
        open(folder, before);

        DataFolder.open(folder).close();

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("kafka"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("faceline.lock"))).isEqualTo("rw-------");
    }

    @Test
    void emptyFolder_isClosed() throws Exception {
        Files.createDirectory(folder);
        open(folder, "rwxr-xr-x");

        DataFolder.open(folder).close();

        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @CsvSource({"rwxr-xr-x, it holds other files", "rwxrwxrwx, every user can write to it"})
    void folderOfSomethingElse_isRefusedAndLeftAsItIs(String before, String reason) throws Exception {
        Files.createDirectory(folder);
        Files.createFile(folder.resolve("letter.txt"));
        open(folder, before);

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("chmod 700");

        assertThat(permissions(folder)).isEqualTo(before);
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void openFolderOfAnotherUser_isRefused() throws Exception {
        DataFolder.open(folder).close();
        try {
            // Root alone can give a folder away, and could close it.
            Files.setAttribute(folder, "unix:uid", 65534);
        } catch (IOException e) {
            assumeTrue(false, "needs root");
        }
        open(folder, "rwxr-xr-x");

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("it belongs to another user");

        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void linkToAFolder_isAFolder() throws Exception {
        DataFolder.open(temporary.resolve("elsewhere")).close();
        open(temporary.resolve("elsewhere"), "rwxr-xr-x");
        Files.createSymbolicLink(folder, temporary.resolve("elsewhere"));

        DataFolder.open(folder).close();

        assertThat(permissions(temporary.resolve("elsewhere"))).isEqualTo("rwx------");
    }

    @Test
    void privateFolderOfSomethingElse_isTaken() throws Exception {
        Files.createDirectory(folder);
        Files.createFile(folder.resolve("letter.txt"));
        open(folder, "rwx------");

        DataFolder.open(folder).close();

        assertThat(folder.resolve("faceline.lock")).exists();
    }

    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
