package io.faceline.web.limits;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.InetAddressPattern;

/**
 * How much may be asked.
 *
 * @param requestsPerSecond of one caller: a session, or whoever has none at an address
 * @param requestsPerSecondOfAddress of all callers of one address together: whoever makes up sessions has one address
 *     all the same
 * @param sessionsPerMinute made at one address
 * @param bodiesBytes of all request bodies that are held in memory at a time
 * @param imagesInFlight images of requests that are worked on at a time
 * @param trustedProxies whose word on where a request came from is believed: addresses, and networks as an address and
 *     a number of bits
 */
public record LimitSettings(
        int requestsPerSecond,
        int requestsPerSecondOfAddress,
        int sessionsPerMinute,
        long bodiesBytes,
        int imagesInFlight,
        Set<String> trustedProxies) {
    private static final int MOST = 1_000_000;
    private static final Pattern NETWORK = Pattern.compile("(.+)(/\\d{1,3})");
    private static final long MEBIBYTE = 1 << 20;
    /** The rest is the services' own. */
    private static final long SHARE_OF_HEAP = 4;

    public LimitSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /**
     * Fifty a second are several pages that load at once; four times that an office behind one address. A session costs
     * nothing until it is used: three hundred a minute let a whole school in, and keep a script from filling the day.
     */
    public static LimitSettings from(Settings settings) {
        return new LimitSettings(
                settings.integer("FACELINE_REQUESTS_PER_SECOND", 50, 1, MOST),
                settings.integer("FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", 200, 1, MOST),
                settings.integer("FACELINE_SESSIONS_PER_MINUTE", 300, 1, MOST),
                settings.integer("FACELINE_MAX_BODIES_MIB", defaultBodiesMebibytes(), 1, MOST) * MEBIBYTE,
                settings.integer("FACELINE_MAX_REQUESTS_IN_FLIGHT", 64, 1, MOST),
                proxies(settings.text("FACELINE_TRUSTED_PROXIES", "")));
    }

    private static int defaultBodiesMebibytes() {
        return (int) Math.min(MOST, Math.max(64, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / MEBIBYTE));
    }

    private static Set<String> proxies(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(LimitSettings::proxy)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Jetty reads networks, but would look a name up: it gets addresses only. */
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
