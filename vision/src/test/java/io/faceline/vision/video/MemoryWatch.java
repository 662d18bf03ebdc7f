package io.faceline.vision.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resident memory of this process and of the one that decodes videos, looked at five times: from the least it was once all
 * was warm, to what it is at the end.
 */
final class MemoryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryWatch.class);
    private static final int LOOKS = 5;

    private long least = Long.MAX_VALUE;
    private long last;

    void after(int done, int of, long decoder) throws IOException {
        if (done == of || done % Math.max(1, of / LOOKS) == 0) {
            last = resident(decoder);
            least = Math.min(least, last);
            LOG.info("files={} of={} residentBytes={}", done, of, last);
        }
    }

    /** Bytes; 0 where the system does not tell. */
    long growth() {
        return last - least;
    }

    private static long resident(long decoder) throws IOException {
        System.gc();
        return resident(Path.of("/proc/self/status")) + resident(Path.of("/proc/" + decoder + "/status"));
    }

    private static long resident(Path status) throws IOException {
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }
}
