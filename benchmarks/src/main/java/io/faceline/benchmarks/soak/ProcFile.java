package io.faceline.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What Linux says of a process in /proc/…/status. */
record ProcFile(List<String> lines) {
    private static final double KILOBYTES = 1024;

    static ProcFile ofSelf() {
        return of(ProcessHandle.current().pid());
    }

    /** Nothing of a process that has just ended. */
    static ProcFile of(long pid) {
        try {
            return new ProcFile(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
        } catch (NoSuchFileException e) {
            return new ProcFile(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 when it has no such line, as a process has that is ending. */
    double megabytes(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                .findFirst()
                .orElse(0);
    }
}
