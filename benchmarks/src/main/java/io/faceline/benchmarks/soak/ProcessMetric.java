package io.faceline.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The metrics of the process. Video decoders are measured separately, as they are processes of their own. */
enum ProcessMetric {
    RESIDENT("resident size", "MB"),
    /** Excludes mapped files, which the system can reclaim, so that leaks of native memory are visible. */
    ANONYMOUS("resident, without mapped files", "MB"),
    HEAP("Java heap in use", "MB"),
    DIRECT("direct buffers", "MB"),
    OPEN_FILES("open files", ""),
    THREADS("threads", ""),
    CLASSES("loaded classes", ""),
    DECODERS("resident size of decoding processes", "MB");

    private static final double MEGABYTE = 1024 * 1024;

    private final String label;
    private final String unit;

    ProcessMetric(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    String label() {
        return label;
    }

    /** Empty for counts. */
    String unit() {
        return unit;
    }

    double now() {
        return switch (this) {
            case RESIDENT -> ProcStatus.ofSelf().megabytes("VmRSS");
            case ANONYMOUS -> ProcStatus.ofSelf().megabytes("RssAnon");
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
                .mapToDouble(child -> ProcStatus.of(child.pid()).megabytes("VmRSS"))
                .sum();
    }
}
