package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.FailureCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes damaged and undamaged files. For a longer run with different files:
 * {@code mvn -pl vision test -Dtest=HostileCorpusTest -Dfaceline.fuzz.files=20000 -Dfaceline.fuzz.seed=7}.
 */
@Tag("slow")
class HostileCorpusTest {
    private static final Logger LOG = LoggerFactory.getLogger(HostileCorpusTest.class);
    private static final int DAMAGED = Integer.getInteger("faceline.fuzz.files", 200);
    private static final int UNDAMAGED = DAMAGED / 10;
    private static final long SEED = Long.getLong("faceline.fuzz.seed", 1);

    /** Maximum decoding time of a file; longer counts as a hang. */
    private static final Duration MAX_TIME = Duration.ofSeconds(25);

    /** Maximum growth of memory: allocators retain some, but a leak of one frame per file would be far larger. */
    private static final long MAX_GROWTH = 100L << 20;

    @TempDir
    static Path folder;

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static ServerSocket trap;
    private static Path marker;
    private static List<HostileCorpus.Item> items;

    @BeforeAll
    static void makeCorpus() throws IOException {
        trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var listening = new Thread(HostileCorpusTest::countCalls, "trap");
        listening.setDaemon(true);
        listening.start();
        marker = TestVideos.make(folder.resolve("marker.mp4"), "-c:v", "mpeg4");
        var address = URI.create("http://127.0.0.1:" + trap.getLocalPort() + "/");
        items = HostileCorpus.make(folder.resolve("corpus"), DAMAGED, UNDAMAGED, SEED, address, marker);
    }

    private static void countCalls() {
        while (!trap.isClosed()) {
            try {
                trap.accept().close();
                CALLS.incrementAndGet();
            } catch (IOException e) {
                // The socket was closed at the end of the test.
                return;
            }
        }
    }

    @AfterAll
    static void close() throws IOException {
        trap.close();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void everyFileEnds_withoutEffectOnOthers() throws Exception {
        var before = Files.readAllBytes(marker);
        var undamaged = items.stream().filter(item -> !item.isDamaged()).toList();
        var alone = endings(undamaged);

        var together = endings(items);

        assertThat(together.values()).allMatch(CorpusReader.Ending::isSome);
        assertThat(alone.values())
                .allMatch(ending -> ending.frames() > 0 && ending.error().isEmpty());
        assertThat(together).containsAllEntriesOf(alone);
        var codes = codes(together);
        LOG.info("files={} codes={}", items.size(), codes);
        assertThat(codes).hasSizeGreaterThanOrEqualTo(5);
        assertThat(codes).doesNotContainKeys(FailureCode.DECODER_CRASHED, FailureCode.DECODER_STUCK);
        assertThat(CALLS).hasValue(0);
        assertThat(Files.readAllBytes(marker)).isEqualTo(before);
        assertThat(filesIn(folder.resolve("corpus"))).isEqualTo(items.size());
    }

    /** The marker is a video whose frames would show that it was read. */
    @Test
    void nothingElseIsRead_referencesToFiles() throws Exception {
        try (var look = new CorpusReader()) {
            var ofMarker = look.at(marker);
            for (var item : items) {
                if (item.kind().startsWith("mov refers") || item.kind().equals("mov is elsewhere")) {
                    assertThat(look.at(item.file()).content()).as(item.kind()).isNotEqualTo(ofMarker.content());
                }
            }
        }
        assertThat(CALLS).hasValue(0);
    }

    private static Map<String, CorpusReader.Ending> endings(List<HostileCorpus.Item> items) throws Exception {
        var endings = new LinkedHashMap<String, CorpusReader.Ending>();
        try (var look = new CorpusReader()) {
            var memory = new MemoryWatch();
            for (var item : items) {
                var started = System.nanoTime();
                endings.put(item.file().getFileName().toString(), look.at(item.file()));
                assertThat(Duration.ofNanos(System.nanoTime() - started))
                        .as(item.toString())
                        .isLessThan(MAX_TIME);
                memory.after(endings.size(), items.size(), look.pid());
            }
            assertThat(memory.growth()).isLessThan(MAX_GROWTH);
        }
        return endings;
    }

    private static Map<FailureCode, Integer> codes(Map<String, CorpusReader.Ending> endings) {
        var codes = new EnumMap<FailureCode, Integer>(FailureCode.class);
        endings.values().forEach(ending -> ending.error().ifPresent(code -> codes.merge(code, 1, Integer::sum)));
        return codes;
    }

    private static long filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
