package io.faceline.web.limits;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.InetAddressPattern;

/**
 * Limits on requests.
 *
 * @param requestsPerSecond per caller: a session, or an address without a session
 * @param requestsPerSecondOfAddress of all callers of an address together, since a client may create many sessions
 * @param sessionsPerMinute new sessions per address
 * @param bodiesBytes maximum memory of all request bodies together
 * @param imagesInFlight maximum number of images of requests in process
 * @param trustedProxies proxies whose {@code X-Forwarded-For} is trusted: addresses, and networks in CIDR notation
 */
public record LimitSettings(
        int requestsPerSecond,
        int requestsPerSecondOfAddress,
        int sessionsPerMinute,
        long bodiesBytes,
        int imagesInFlight,
        Set<String> trustedProxies) {
    private static final int MAX = 1_000_000;
    private static final Pattern NETWORK = Pattern.compile("(.+)(/\\d{1,3})");
    private static final long MEBIBYTE = 1 << 20;
    /** Request bodies may use this fraction (1/n) of the heap. */
    private static final long SHARE_OF_HEAP = 4;

    public LimitSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /**
     * Fifty requests per second allow several pages to load at once; four times as many an office behind one address.
     * An unused session costs nothing: three hundred per minute allow a whole school, and limit a script.
     */
    public static LimitSettings from(Settings settings) {
        return new LimitSettings(
                settings.integer("FACELINE_REQUESTS_PER_SECOND", 50, 1, MAX),
                settings.integer("FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", 200, 1, MAX),
                settings.integer("FACELINE_SESSIONS_PER_MINUTE", 300, 1, MAX),
                settings.integer("FACELINE_MAX_BODIES_MIB", defaultBodiesMebibytes(), 1, MAX) * MEBIBYTE,
                settings.integer("FACELINE_MAX_REQUESTS_IN_FLIGHT", 64, 1, MAX),
                proxies(settings.text("FACELINE_TRUSTED_PROXIES", "")));
    }

    private static int defaultBodiesMebibytes() {
        return (int) Math.min(MAX, Math.max(64, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / MEBIBYTE));
    }

    private static Set<String> proxies(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(LimitSettings::proxy)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Accepts addresses and networks only: Jetty would resolve a host name by DNS. */
    private static String proxy(String text) {
        var network = NETWORK.matcher(text);
        var isNetwork = network.matches();
        return ClientAddress.parse(isNetwork ? network.group(1) : text)
                .map(address -> address.getHostAddress() + (isNetwork ? network.group(2) : ""))
                .filter(LimitSettings::isPattern)
                .orElseThrow(() -> new SettingsException(
                        "FACELINE_TRUSTED_PROXIES must be IP addresses or networks such as 10.1.0.0/16, separated by"
                                + " commas, was \"" + text + "\""));
    }

    private static boolean isPattern(String text) {
        try {
            return InetAddressPattern.from(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
