package io.faceline.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.disk.TestDisk;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.vision.video.VideoKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpoolTest {
    private static final SessionId ANNA = SessionId.ofSecret("anna");
    private static final SessionId BEN = SessionId.ofSecret("ben");
    private static final SpoolLimits LIMITS = new SpoolLimits(1_000, 1_500, 2_000, 4);
    private static final AddressSettings WITHOUT_SHARES = new AddressSettings(Set.of(), 100);
    private static final String ADDRESS = "192.0.2.1";
    private static final String OTHER_ADDRESS = "192.0.2.2";

    @TempDir
    Path folder;

    private Spool spool;

    @BeforeEach
    void open() {
        spool = Spool.open(folder.resolve("spool"), LIMITS, WITHOUT_SHARES, DiskSpace.elsewhere());
    }

    @Test
    void wholeVideo_staysUntilDeleted() throws Exception {
        receive("job-1", ANNA, 500);

        assertThat(spool.file("job-1"))
                .hasValueSatisfying(file -> assertThat(file).hasSize(500));
        assertThat(spool.bytes()).isEqualTo(500);
        spool.delete("job-1");
        assertThat(spool.file("job-1")).isEmpty();
        assertThat(spool.bytes()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void copy_countsAsAVideo_andOutlivesTheFirst() throws Exception {
        receive("job-1", ANNA, 500);

        spool.copy("job-1", "job-2", ANNA, ADDRESS);

        assertThat(spool.bytes()).isEqualTo(1_000);
        spool.delete("job-1");
        assertThat(spool.file("job-2"))
                .hasValueSatisfying(file -> assertThat(file).hasSize(500));
        assertThat(spool.bytes()).isEqualTo(500);
        spool.delete("job-2");
        assertThat(files()).isEmpty();
    }

    @Test
    void copyWithoutRoom_isRefused_andLeavesNothing() throws Exception {
        receive("job-1", ANNA, 900);

        assertThatThrownBy(() -> spool.copy("job-1", "job-2", ANNA, ADDRESS))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("SESSION_SPOOL_FULL"));

        assertThat(spool.bytes()).isEqualTo(900);
        assertThat(files()).hasSize(1);
    }

    @Test
    void copyOfAVideoThatIsGone_isRefused() {
        assertThatThrownBy(() -> spool.copy("job-1", "job-2", ANNA, ADDRESS))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("VIDEO_GONE"));

        assertThat(spool.bytes()).isZero();
    }

    @Test
    void uploadThatBreaksOff_leavesNothing() throws Exception {
        var brokenOff = new SequenceInputStream(new ByteArrayInputStream(video(200)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });

        try (var upload = spool.begin("job-1", ANNA, ADDRESS, 0)) {
            assertProblem("BROKEN_UPLOAD", () -> upload.receive(brokenOff));
        }

        assertThat(files()).isEmpty();
        assertThat(spool.bytes()).isZero();
    }

    @Test
    void whatIsNoVideo_isRefusedByItsFirstBytes() {
        var endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                return 'x';
            }
        };
        try (var upload = spool.begin("job-1", ANNA, ADDRESS, 0)) {
            assertProblem("UNSUPPORTED_FORMAT", () -> upload.receive(endless));
            assertThat(endless.read).isLessThanOrEqualTo(VideoKind.HEAD_BYTES);
        }
        try (var upload = spool.begin("job-2", ANNA, ADDRESS, 0)) {
            assertProblem("EMPTY_FILE", () -> upload.receive(InputStream.nullInputStream()));
        }
    }

    @Test
    void limits_holdForVideoSessionAndAll() {
        assertProblem("TOO_MANY_BYTES", () -> receive("job-1", ANNA, 1_001));
        receive("job-1", ANNA, 1_000);
        assertProblem("SESSION_SPOOL_FULL", () -> receive("job-2", ANNA, 501));
        receive("job-2", ANNA, 500);
        assertProblem("SPOOL_FULL", () -> receive("job-3", BEN, 501));
        receive("job-3", BEN, 500);

        spool.delete("job-2");

        receive("job-4", BEN, 500);
    }

    @Test
    void address_getsItsShareOfBytes_howeverManySessionsItHas() {
        spool = Spool.open(folder.resolve("spool"), LIMITS, AddressSettings.DEFAULT, DiskSpace.elsewhere());
        receive("job-1", ANNA, 600);
        receive("job-2", BEN, 400);
        assertProblem("SPOOL_FULL", () -> receive("job-3", SessionId.ofSecret("eve"), 20));

        receive("job-4", SessionId.ofSecret("zoe"), OTHER_ADDRESS, 500);

        spool.delete("job-1");
        receive("job-5", SessionId.ofSecret("eve"), 300);
    }

    @Test
    void address_getsItsShareOfVideos_howeverSmallTheyAre() {
        spool = Spool.open(folder.resolve("spool"), LIMITS, AddressSettings.DEFAULT, DiskSpace.elsewhere());
        receive("job-1", ANNA, 20);
        receive("job-2", BEN, 20);
        assertProblem("SPOOL_FULL", () -> receive("job-3", SessionId.ofSecret("eve"), 20));

        receive("job-4", SessionId.ofSecret("zoe"), OTHER_ADDRESS, 20);

        spool.delete("job-4");
        spool.delete("job-1");
        receive("job-5", SessionId.ofSecret("eve"), 20);
    }

    @Test
    void videosOfAnEarlierProcess_count_andAreGivenBack() {
        receive("job-1", ANNA, 1_000);
        var restarted = Spool.open(folder.resolve("spool"), LIMITS, AddressSettings.DEFAULT, DiskSpace.elsewhere());
        assertThat(restarted.restore("job-1", ANNA)).isTrue();
        assertThat(restarted.restore("job-1", ANNA)).isTrue();
        assertThat(restarted.bytes()).isEqualTo(1_000);
        assertProblem("SPOOL_FULL", () -> restarted.begin("job-2", BEN, ADDRESS, 600));

        restarted.delete("job-1");

        assertThat(restarted.bytes()).isZero();
        restarted.begin("job-2", BEN, ADDRESS, 600).close();
    }

    @Test
    void uploadThatBreaksOff_givesItsShareBack() {
        spool = Spool.open(folder.resolve("spool"), LIMITS, AddressSettings.DEFAULT, DiskSpace.elsewhere());
        for (var i = 0; i < 10; i++) {
            try (var upload = spool.begin("job-" + i, ANNA, ADDRESS, 0)) {
                upload.receive(new ByteArrayInputStream(video(900)));
            }
        }

        receive("job-whole", ANNA, 900);
    }

    @Test
    void declaredLength_isRefusedBeforeAnythingComes() {
        assertProblem("TOO_MANY_BYTES", () -> spool.begin("job-1", ANNA, ADDRESS, 1_001));
        assertThat(spool.bytes()).isZero();
    }

    @Test
    void diskThatIsNearlyFull_takesNothing_untilThereIsRoomAgain() {
        var disk = new TestDisk(10_000);
        var careful = Spool.open(
                folder.resolve("spool"), LIMITS, WITHOUT_SHARES, new DiskSpace("videos", disk, DiskFloor.of(9_500)));
        assertProblem("DISK_FULL", () -> careful.begin("job-1", ANNA, ADDRESS, 501));
        disk.setFree(9_000);
        assertProblem("DISK_FULL", () -> careful.begin("job-1", ANNA, ADDRESS, 0));

        disk.setFree(12_000);

        careful.begin("job-1", ANNA, ADDRESS, 501).close();
    }

    @Test
    void endOfASession_refusesItsUploads() {
        try (var upload = spool.begin("job-1", ANNA, ADDRESS, 0);
                var other = spool.begin("job-2", BEN, ADDRESS, 0)) {
            spool.abort(ANNA);

            assertProblem("NO_SESSION", () -> upload.receive(new ByteArrayInputStream(video(100))));
            other.receive(new ByteArrayInputStream(video(100)));
            other.finish();
        }
        assertThat(spool.file("job-2")).isPresent();
    }

    @Test
    void restart_keepsWhatHasAJob_andClearsTheRest() throws Exception {
        receive("job-1", ANNA, 300);
        receive("job-2", BEN, 300);
        Files.write(folder.resolve("spool/job-3.part"), video(100));
        Files.write(folder.resolve("spool/notes.txt"), video(100));

        var restarted = Spool.open(folder.resolve("spool"), LIMITS, WITHOUT_SHARES, DiskSpace.elsewhere());
        assertThat(restarted.restore("job-1", ANNA)).isTrue();
        assertThat(restarted.restore("job-4", ANNA)).isFalse();
        assertThat(restarted.restore("../spool/job-2", ANNA)).isFalse();
        restarted.sweep();

        assertThat(files()).containsExactly("job-1.video", "notes.txt");
        assertThat(restarted.bytes()).isEqualTo(300);
    }

    @Test
    void sweep_sparesWhatIsComingIn() throws Exception {
        try (var upload = spool.begin("job-1", ANNA, ADDRESS, 0)) {
            upload.receive(new ByteArrayInputStream(video(100)));
            spool.sweep();
            upload.finish();
            spool.sweep();
        }

        assertThat(files()).containsExactly("job-1.video");
    }

    @ParameterizedTest
    @CsvSource({
        "'....ftypisom............', video/mp4",
        "'....ftypqt  ............', video/quicktime",
        "'RIFF....AVI ............', video/x-msvideo",
        "'\u001AEß£....B...webm........', video/webm",
        "'\u001AEß£....B...matroska....', video/x-matroska",
        "'FLV\u0001\u0005...........', video/x-flv",
        "'\u0000\u0000\u0001ºD...........', video/mpeg",
        "'0&²u\u008efÏ\u0011¦Ù\u0000ª\u0000bÎl....', video/x-ms-wmv",
        "'OggS\u0000\u0002...........', video/ogg"
    })
    void mediaType_isOfTheFirstBytes(String head, String mediaType) {
        assertThat(VideoType.of(head.getBytes(StandardCharsets.ISO_8859_1))).contains(mediaType);
    }

    @ParameterizedTest
    @CsvSource({"188, 0", "192, 4", "204, 0"})
    void mediaType_isOfTheSyncBytesOfATransportStream(int packet, int first) {
        var head = new byte[VideoKind.HEAD_BYTES];
        for (var i = first; i < head.length; i += packet) {
            head[i] = 'G';
        }

        assertThat(VideoType.of(head)).contains("video/mp2t");
        head[first + packet] = 'x';
        assertThat(VideoType.of(head)).isEmpty();
    }

    private void receive(String id, SessionId session, int bytes) {
        receive(id, session, ADDRESS, bytes);
    }

    private void receive(String id, SessionId session, String address, int bytes) {
        try (var upload = spool.begin(id, session, address, bytes)) {
            upload.receive(new ByteArrayInputStream(video(bytes)));
            upload.finish();
        }
    }

    private static byte[] video(int bytes) {
        return Arrays.copyOf("....ftypisom".getBytes(StandardCharsets.US_ASCII), bytes);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder.resolve("spool"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
