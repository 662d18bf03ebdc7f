package io.faceline.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds. What a decoder of videos holds is counted apart, for it is a process of its own. */
enum Quantity {
    RESIDENT("resident size", "MB"),
    /** Without files mapped into memory, of which the system takes back what it needs: where leaks of native memory show. */
    ANONYMOUS("resident, without mapped files", "MB"),
    HEAP("Java heap in use", "MB"),
    DIRECT("direct buffers", "MB"),
    OPEN_FILES("open files", ""),
    THREADS("threads", ""),
    CLASSES("loaded classes", ""),
    DECODERS("resident size of decoding processes", "MB");

    private static final double MEGABYTE = 1024 * 1024;

    private final String words;
    private final String unit;

    Quantity(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    String words() {
        return words;
    }

    /** Empty for a number of things. */
    String unit() {
        return unit;
    }

    double now() {
        return switch (this) {
            case RESIDENT -> ProcFile.ofSelf().megabytes("VmRSS");
            case ANONYMOUS -> ProcFile.ofSelf().megabytes("RssAnon");
            case HEAP -> heap();
            case DIRECT -> directBuffers();
            case OPEN_FILES -> openFiles();
            case THREADS -> ManagementFactory.getThreadMXBean().getThreadCount();
            case CLASSES -> ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
            case DECODERS -> decoders();
        };
    }

    private static double heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static double directBuffers() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .filter(pool -> pool.getName().equals("direct"))
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum()
                / MEGABYTE;
    }

    private static double openFiles() {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double decoders() {
        return ProcessHandle.current()
                .children()
                .mapToDouble(child -> ProcFile.of(child.pid()).megabytes("VmRSS"))
                .sum();
    }
}
