package io.faceline.runtime.kafka;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The addresses of the brokers, checked in form: Kafka's clients would name no setting. */
final class BootstrapServers {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[A-Z]+://)?(?:[^\\s:,]+|\\[[0-9a-fA-F:.%]+]):(\\d{1,5})");
    private static final int MAX_PORT = 65_535;

    private BootstrapServers() {}

    /** @throws SettingsException when one is no host with a port */
    static String from(Settings settings) {
        var servers = settings.text("FACELINE_BOOTSTRAP_SERVERS", "localhost:9092");
        var parts = servers.split(",");
        if (parts.length == 0 || !Arrays.stream(parts).map(String::strip).allMatch(BootstrapServers::isAddress)) {
            throw new SettingsException("FACELINE_BOOTSTRAP_SERVERS or --bootstrap-servers must be addresses such as"
                    + " kafka:9092, separated by commas, was \"" + servers + "\"");
        }
        return servers;
    }

    private static boolean isAddress(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return false;
        }
        var port = Integer.parseInt(address.group(1));
        return port > 0 && port <= MAX_PORT;
    }
}
