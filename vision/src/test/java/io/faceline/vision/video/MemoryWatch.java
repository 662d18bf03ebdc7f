package io.faceline.vision.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the growth of resident memory of this process and the video decoder: from the minimum after the warm-up to
 * the end.
 */
final class MemoryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryWatch.class);
    private static final int LOOKS = 5;

    private long min = Long.MAX_VALUE;
    private long last;

    void after(int done, int of, long decoder) throws IOException {
        if (done == of || done % Math.max(1, of / LOOKS) == 0) {
            last = resident(decoder);
            min = Math.min(min, last);
            LOG.info("files={} of={} residentBytes={}", done, of, last);
        }
    }

    /** Resident memory in bytes; 0 on systems that do not report it. */
    long growth() {
        return last - min;
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
