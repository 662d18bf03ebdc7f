package io.faceline.api.cameras.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.cameras.definition.CameraFields;
import io.faceline.api.cameras.table.TestCameraRecords;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.runtime.health.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraFileSyncTest {
    private static final Instant NOW = TestCameraRecords.THEN.plusSeconds(60);
    private static final String DOOR = "  door: {address: rtsp://10.0.0.7/x, secret: DOOR}\n";
    private static final String YARD = "  yard: {address: rtsp://10.0.0.8/x}\n";

    @TempDir
    private Path folder;

    private final TestCameraRecords records = new TestCameraRecords();
    private Path path;
    private CameraFileSync sync;
    private Health read = Health.GOOD;

    @BeforeEach
    void open() throws IOException {
        path = folder.resolve("cameras.yml");
        write(DOOR + YARD);
        sync = sync();
    }

    private CameraFileSync sync() {
        return new CameraFileSync(path, 10, records.table, () -> read, records, () -> NOW);
    }

    private void write(String cameras) throws IOException {
        Files.writeString(path, "cameras:\n" + cameras);
    }

    private void changeTo(String cameras) throws IOException {
        write(cameras);
        sync.check();
        sync.check();
    }

    private void putOverHttp(String id) {
        records.put(Camera.of(
                new CameraId(id),
                "Mine",
                new CameraAddress("rtsp://10.0.0.9/x"),
                CameraOrigin.API,
                TestCameraRecords.THEN));
        records.writes.clear();
    }

    @Test
    void cameras_areWrittenOnce() {
        sync.check();
        sync.check();
        // Another instance with the same file.
        sync().check();

        assertThat(records.writes).containsExactly("put door", "put yard");
        assertThat(sync.health()).isEqualTo(Health.GOOD);
    }

    @Test
    void nothingIsWritten_beforeTheCamerasWereRead() {
        read = Health.notReady("still reading");
        sync.check();
        assertThat(records.writes).isEmpty();

        read = Health.GOOD;
        sync.check();
        assertThat(records.writes).hasSize(2);
    }

    @Test
    void changedFile_isApplied_onceItIsStill() throws IOException {
        sync.check();
        records.writes.clear();

        write(DOOR + "  gate: {address: rtsp://10.0.0.9/x}\n");
        sync.check();
        assertThat(records.writes).isEmpty();
        sync.check();

        assertThat(records.writes).containsExactly("put gate", "delete yard");
    }

    @Test
    void changedCamera_isWritten_withALaterTime() throws IOException {
        sync.check();
        records.writes.clear();

        changeTo(DOOR.replace("}", ", fps: 2}") + YARD);

        assertThat(records.writes).containsExactly("put door");
        assertThat(records.table.find(new CameraId("door")).orElseThrow().changedAt())
                .isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void triedCamera_isNotWrittenAgain() throws IOException {
        sync.check();
        var door = records.table.find(new CameraId("door")).orElseThrow();
        records.put(CameraFields.at(NOW.plusSeconds(9), door));
        records.writes.clear();

        changeTo(YARD + DOOR);

        assertThat(records.writes).isEmpty();
    }

    @Test
    void brokenFile_changesNothing_andSaysWhy() throws IOException {
        sync.check();
        records.writes.clear();

        changeTo(DOOR + "  yard: {}\n");

        assertThat(records.writes).isEmpty();
        assertThat(sync.health().ready()).isTrue();
        assertThat(sync.health().warnings()).singleElement().asString().contains("cameras.yml", "\"yard\"", "address");

        changeTo(DOOR + YARD);
        assertThat(sync.health()).isEqualTo(Health.GOOD);
    }

    @Test
    void missingFile_changesNothing_andSaysWhy() throws IOException {
        sync.check();
        records.writes.clear();

        Files.delete(path);
        sync.check();

        assertThat(records.writes).isEmpty();
        assertThat(sync.problem().orElseThrow()).contains("it does not exist");
    }

    @Test
    void camerasOfTheApi_areLeftAlone() {
        putOverHttp("gate");

        sync.check();

        assertThat(records.writes).containsExactly("put door", "put yard");
        assertThat(sync.health()).isEqualTo(Health.GOOD);
    }

    @Test
    void cameraInBoth_isTheFiles_andItIsSaid() {
        putOverHttp("door");

        sync.check();

        assertThat(records.table.find(new CameraId("door")).orElseThrow().origin())
                .isEqualTo(CameraOrigin.FILE);
        assertThat(sync.problem().orElseThrow()).contains("door").contains("replaced");
    }
}
