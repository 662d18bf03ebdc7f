package io.faceline.runtime.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.runtime.health.Health;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    private static final long MIB = 1L << 20;

    private final TestDisk disk = new TestDisk(100L << 30);
    private final DiskSpace space = new DiskSpace("kafka", disk, DiskFloor.of(160 * MIB));

    @Test
    void refusesBelowTheFloor_untilThereIsRoomAgain() {
        disk.setFree(160 * MIB);
        assertThatCode(space::require).doesNotThrowAnyException();

        disk.setFree(160 * MIB - 1);
        assertRefused(0);

        disk.setFree(165 * MIB);
        assertRefused(0);

        disk.setFree(170 * MIB);
        assertThatCode(space::require).doesNotThrowAnyException();
    }

    @Test
    void oneThatIsTooLargeIsRefused_othersAreNot() {
        disk.setFree(200 * MIB);

        assertRefused(41 * MIB);

        assertThatCode(() -> space.require(40 * MIB)).doesNotThrowAnyException();
        assertThat(space.health()).isEqualTo(Health.GOOD);
    }

    @Test
    void warnsWhileFull_andStaysReady() {
        disk.setFree(100 * MIB);

        assertThat(space.health().ready()).isTrue();
        assertThat(space.health().warnings())
                .singleElement()
                .asString()
                .contains("the disk of kafka has 100 MiB free", "below 160 MiB", "FACELINE_MIN_FREE_BYTES");
    }

    @Test
    void floorByDefault_isLowerOnASmallDisk() {
        assertThat(DiskFloor.DEFAULT.of(new TestDisk(100L << 30))).isEqualTo(1L << 30);
        assertThat(DiskFloor.DEFAULT.of(new TestDisk(400 * MIB))).isEqualTo(50 * MIB);
    }

    @Test
    void floorIsRead() {
        var floor = DiskFloor.from(new Settings(Map.of("FACELINE_MIN_FREE_BYTES", "5000000000")));

        assertThat(floor).isEqualTo(DiskFloor.of(5_000_000_000L));
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> DiskFloor.from(new Settings(Map.of("FACELINE_MIN_FREE_BYTES", "-1"))))
                .withMessageContaining("FACELINE_MIN_FREE_BYTES must be between 0");
    }

    @Test
    void metricsSayWhatIsFree() {
        var registry = new SimpleMeterRegistry();
        disk.setFree(7);
        space.bindTo(registry);

        assertThat(registry.get("faceline.disk.free")
                        .tag("content", "kafka")
                        .gauge()
                        .value())
                .isEqualTo(7);
        assertThat(registry.get("faceline.disk.min.free").gauge().value()).isEqualTo(160 * MIB);
    }

    @Test
    void diskOfAFolderThatIsNotThereYet(@TempDir Path folder) throws IOException {
        var there = Files.getFileStore(folder);

        assertThat(Disk.of(folder.resolve("a/b")).total()).isEqualTo(there.getTotalSpace());
    }

    @Test
    void kafkaElsewhereIsNeverFull() {
        var elsewhere = DiskSpace.elsewhere();

        assertThatCode(() -> elsewhere.require(Long.MAX_VALUE)).doesNotThrowAnyException();
        assertThat(elsewhere.health()).isEqualTo(Health.GOOD);
    }

    private void assertRefused(long more) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> space.require(more))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("DISK_FULL"));
    }
}
