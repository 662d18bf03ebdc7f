package io.faceline.systemtests.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.CommandLineRun;
import io.faceline.vision.video.HostileCorpus;
import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files and tricks with undamaged ones among them, through the whole pipeline: 500 and 50 in the long form, {@code
 * scripts/hostile-files}.
 */
@Tag("slow")
class HostileFilesTest {
    private static final int DAMAGED = Integer.getInteger("faceline.hostile-files.damaged", 100);
    private static final int UNDAMAGED = DAMAGED / 10;
    private static final long SEED = Long.getLong("faceline.hostile-files.seed", 1);

    @TempDir
    Path folder;

    @Test
    void everyFileEndsInFramesOrOneError_andTheUndamagedAreAsWithoutTheRest() throws Exception {
        try (var trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var items = corpus(trap);
            var undamaged = items.stream().filter(item -> !item.isDamaged()).toList();

            var alone = lines(undamaged);
            var together = lines(items);

            assertThat(together).hasSize(DAMAGED + UNDAMAGED);
            together.forEach((file, lines) -> assertThat(errors(lines)).as(file).hasSizeLessThanOrEqualTo(1));
            assertThat(alone.values())
                    .allSatisfy(lines -> assertThat(errors(lines)).isEmpty());
            assertThat(together).containsAllEntriesOf(alone);
            var codes = together.values().stream()
                    .flatMap(lines -> errors(lines).stream())
                    .collect(Collectors.toSet());
            assertThat(codes).hasSizeGreaterThanOrEqualTo(5).doesNotContain("DECODER_CRASHED", "DECODER_STUCK");
            trap.setSoTimeout(1);
            assertThat(isCalled(trap)).isFalse();
        }
    }

    private List<HostileCorpus.Item> corpus(ServerSocket trap) throws IOException {
        var marker = TestVideos.make(folder.resolve("marker.mp4"), "-c:v", "mpeg4");
        var address = URI.create("http://127.0.0.1:" + trap.getLocalPort() + "/");
        return HostileCorpus.make(folder.resolve("corpus"), DAMAGED, UNDAMAGED, SEED, address, marker);
    }

    private static boolean isCalled(ServerSocket trap) {
        try (var call = trap.accept()) {
            return call.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The output of the command by file. */
    private static Map<String, List<JsonNode>> lines(List<HostileCorpus.Item> items) {
        var arguments = new ArrayList<>(List.of("recognize", "--json"));
        items.forEach(item -> arguments.add(item.file().toString()));
        var run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isIn(0, 1);
        return run.jsonLines().stream()
                .collect(Collectors.groupingBy(
                        line -> line.get("file").asText(), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> errors(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.has("error"))
                .map(line -> line.get("error").get("code").asText())
                .toList();
    }
}
