package io.faceline.runtime.http;

import io.faceline.runtime.http.address.Loopback;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host names that a server answers to, which protects against DNS rebinding: a page of another site that has its own name
 * point to this server would otherwise be of the same origin. Such a page needs a name; an address is nobody else's.
 */
final class AcceptedHosts {
    /** Among the settings: every name. */
    static final String ANY = "*";

    private static final Pattern PORT = Pattern.compile(":\\d+$");
    /** Browsers write every other form of an address as one of these (WHATWG URL, host parsing). */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final boolean isLoopback;
    private final Set<String> names;

    private AcceptedHosts(boolean isLoopback, Set<String> names) {
        this.isLoopback = isLoopback;
        this.names = Set.copyOf(names);
    }

    /**
     * Those of the settings, and the loopback names. A server that other machines reach also answers to every address, to this
     * machine's name, also in the domain {@code local} of multicast DNS, and to the name that it is bound to.
     */
    static AcceptedHosts of(HttpSettings settings) {
        var names = new HashSet<String>();
        settings.hosts().forEach(name -> names.add(normal(name)));
        if (!settings.isLoopback()) {
            names.add(normal(settings.host()));
            var own = ownName();
            names.add(own);
            names.add(own.replaceFirst("\\..*", "") + ".local");
        }
        return new AcceptedHosts(settings.isLoopback(), names);
    }

    /** @param authority the value of the Host header; absent in HTTP/1.0, which no browser speaks */
    boolean accept(@Nullable String authority) {
        var host = authority == null ? "" : normal(PORT.matcher(authority).replaceFirst(""));
        if (Loopback.isNamed(host) || names.contains(host) || names.contains(ANY)) {
            return true;
        }
        return !isLoopback && (host.isEmpty() || ADDRESS.matcher(host).matches());
    }

    private static String normal(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String ownName() {
        try {
            return normal(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            // A machine without a name is reached by its addresses.
            return "localhost";
        }
    }
}
