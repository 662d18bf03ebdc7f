package io.faceline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void secondOpener_seesTheAddressOfTheFirst() {
        try (var holder = DataFolder.open(folder)) {
            holder.publish("127.0.0.1:1234");

            try (var other = DataFolder.open(folder)) {
                assertThat(holder.isHeldHere()).isTrue();
                assertThat(other.isHeldHere()).isFalse();
                assertThat(other.address()).contains("127.0.0.1:1234");
            }
            assertThat(DataFolder.open(folder).address()).contains("127.0.0.1:1234");
        }
    }

    @Test
    void closedHolder_leavesNothingBehind() {
        DataFolder.open(folder).close();

        try (var next = DataFolder.open(folder)) {
            assertThat(next.isHeldHere()).isTrue();
            assertThat(next.address()).isEmpty();
        }
    }

    @Test
    void addressOfAKilledHolder_isStale() throws Exception {
        Files.writeString(folder.resolve("faceline.address"), "127.0.0.1:1\n");

        try (var next = DataFolder.open(folder)) {
            assertThat(next.isHeldHere()).isTrue();
            next.withdraw();
            assertThat(next.address()).isEmpty();
        }
    }
}
