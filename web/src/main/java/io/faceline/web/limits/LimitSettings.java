package io.faceline.web.limits;

import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.settings.Settings;

/**
 * Limits on requests.
 *
 * @param requestsPerSecond per caller: a session, or an address without a session
 * @param requestsPerSecondOfAddress of all callers of an address together, since a client may create many sessions
 * @param sessionsPerMinute new sessions per address
 * @param imagesInFlight maximum number of images of requests in process
 * @param addresses how clients are told apart by address
 */
public record LimitSettings(
        int requestsPerSecond,
        int requestsPerSecondOfAddress,
        int sessionsPerMinute,
        int imagesInFlight,
        AddressSettings addresses) {
    private static final int MAX = 1_000_000;
    /** Keeps all stages busy, also if one caller may have a quarter only. */
    private static final int IN_FLIGHT_PER_CORE = 12;

    /**
     * Fifty requests per second allow several pages to load at once; four times as many an office behind one address.
     * An unused session costs nothing: three hundred per minute allow a whole school, and limit a script.
     */
    public static LimitSettings from(Settings settings) {
        return new LimitSettings(
                settings.integer("FACELINE_REQUESTS_PER_SECOND", 50, 1, MAX),
                settings.integer("FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", 200, 1, MAX),
                settings.integer("FACELINE_SESSIONS_PER_MINUTE", 300, 1, MAX),
                settings.integer("FACELINE_MAX_REQUESTS_IN_FLIGHT", perMachine(), 1, MAX),
                AddressSettings.from(settings));
    }

    /** More would only wait in Kafka, where no turns are taken. */
    private static int perMachine() {
        return IN_FLIGHT_PER_CORE * Runtime.getRuntime().availableProcessors();
    }
}
