package io.faceline.systemtests.cameras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The resident memory of a process and its descendants. */
final class ResidentMemory {
    private static final int KIBIBYTE = 1024;

    private ResidentMemory() {}

    /** Mebibytes; zero where the system does not tell. */
    static long mebibytes(long pid) {
        return family(pid).stream().mapToLong(ResidentMemory::kibibytes).sum() / KIBIBYTE;
    }

    /** How many processes there are. */
    static int processes(long pid) {
        return family(pid).size();
    }

    private static List<Long> family(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static long kibibytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
