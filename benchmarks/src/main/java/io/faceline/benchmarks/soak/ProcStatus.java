package io.faceline.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The content of /proc/…/status of a process. */
record ProcStatus(List<String> lines) {
    private static final double KILOBYTES = 1024;

    static ProcStatus ofSelf() {
        return of(ProcessHandle.current().pid());
    }

    /** Empty for a process that has just ended. */
    static ProcStatus of(long pid) {
        try {
            return new ProcStatus(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
        } catch (NoSuchFileException e) {
            return new ProcStatus(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 when the line is missing, as for a process that is ending. */
    double megabytes(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                .findFirst()
                .orElse(0);
    }
}
