package io.faceline.benchmarks.generations;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Processor time, which other programs on the machine hardly change. */
public final class CpuTime {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuTime() {}

    /** Of this process. */
    public static Duration ofProcess() {
        return Duration.ofNanos(SYSTEM.getProcessCpuTime());
    }

    /** Of this thread. */
    public static Duration ofThread() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
