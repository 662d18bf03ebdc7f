package io.faceline.runtime.http;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.settings.Settings;
import java.lang.management.ManagementFactory;

/**
 * What an HTTP server has to share among its clients.
 *
 * @param addresses how clients are told apart
 * @param maxConnections connections at a time
 * @param bodiesBytes memory of all request bodies and unfinished WebSocket messages together
 */
public record HttpLimits(AddressSettings addresses, int maxConnections, long bodiesBytes) {
    private static final int DEFAULT_MAX_CONNECTIONS = 1000;
    private static final int MAX = 1_000_000;
    private static final long MEBIBYTE = 1 << 20;
    /** Bodies may use this fraction (1/n) of the heap, and as much of the memory outside that Jetty reads into. */
    private static final long SHARE_OF_MEMORY = 4;

    private static final int MIN_BODIES_MEBIBYTES = 64;

    /** More would only wait longer for a processor, and with it whoever comes after: measured with scripts/attackers. */
    private static final int MAX_BODIES_MEBIBYTES_PER_CORE = 128;

    /** {@code FACELINE_MAX_CONNECTIONS}, {@code FACELINE_MAX_BODIES_MIB}, and those of the addresses. */
    public static HttpLimits from(Settings settings) {
        return new HttpLimits(
                AddressSettings.from(settings),
                settings.integer("FACELINE_MAX_CONNECTIONS", DEFAULT_MAX_CONNECTIONS, 1, MAX),
                settings.integer("FACELINE_MAX_BODIES_MIB", defaultBodiesMebibytes(), 1, MAX) * MEBIBYTE);
    }

    static HttpLimits defaults() {
        return new HttpLimits(AddressSettings.DEFAULT, DEFAULT_MAX_CONNECTIONS, defaultBodiesMebibytes() * MEBIBYTE);
    }

    private static int defaultBodiesMebibytes() {
        var memory = Math.min(Runtime.getRuntime().maxMemory(), maxDirectMemory());
        var max = MAX_BODIES_MEBIBYTES_PER_CORE * Runtime.getRuntime().availableProcessors();
        return (int) Math.min(max, Math.max(MIN_BODIES_MEBIBYTES, memory / SHARE_OF_MEMORY / MEBIBYTE));
    }

    /** As much as the heap, unless the JVM was told otherwise. */
    private static long maxDirectMemory() {
        var set = Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize")
                .getValue());
        return set == 0 ? Runtime.getRuntime().maxMemory() : set;
    }
}
