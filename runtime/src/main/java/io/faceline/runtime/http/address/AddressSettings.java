package io.faceline.runtime.http.address;

import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.InetAddressPattern;

/**
 * How clients are told apart by address.
 *
 * @param trustedProxies proxies whose {@code X-Forwarded-For} is trusted: addresses, and networks in CIDR notation
 * @param share percent of a scarce resource that an address gets if nobody else uses it, 1 to 100
 */
public record AddressSettings(Set<String> trustedProxies, int share) {
    private static final int DEFAULT_SHARE = 50;
    private static final int MAX_SHARE = 100;
    private static final Pattern NETWORK = Pattern.compile("(.+)(/\\d{1,3})");

    /** No proxies, and half of everything for an address. */
    public static final AddressSettings DEFAULT = new AddressSettings(Set.of(), DEFAULT_SHARE);

    public AddressSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** {@code FACELINE_TRUSTED_PROXIES} and {@code FACELINE_ADDRESS_SHARE}. */
    public static AddressSettings from(Settings settings) {
        return new AddressSettings(
                proxies(settings.text("FACELINE_TRUSTED_PROXIES", "")),
                settings.integer("FACELINE_ADDRESS_SHARE", DEFAULT_SHARE, 1, MAX_SHARE));
    }

    public ClientAddress clientAddress() {
        return new ClientAddress(trustedProxies);
    }

    /** A resource of so many units. */
    public AddressShares shares(long units) {
        return new AddressShares(units, share);
    }

    private static Set<String> proxies(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(AddressSettings::proxy)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Accepts addresses and networks only: Jetty would resolve a host name by DNS. */
    private static String proxy(String text) {
        var network = NETWORK.matcher(text);
        var isNetwork = network.matches();
        return ClientAddress.parse(isNetwork ? network.group(1) : text)
                .map(address -> address.getHostAddress() + (isNetwork ? network.group(2) : ""))
                .filter(AddressSettings::isPattern)
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
