package io.faceline.runtime.network;

import io.faceline.runtime.concurrent.DaemonThreads;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the number of a host and checks it. The number is then what is connected, so that a name cannot stand for
 * another host a moment later. Thread-safe.
 */
public final class HostResolver {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** The resolver of the system cannot be interrupted; a thread of its own may wait for it. */
    private static final Executor LOOK_UPS =
            task -> DaemonThreads.of("resolve-host", task).start();

    private final AddressRules rules;
    private final String hosts;
    private final String setting;
    private final Lookup lookup;
    private final Duration timeout;

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Lookup {
        List<InetAddress> all(String host) throws UnknownHostException;
    }

    /**
     * @param hosts what they are, in the plural, such as {@code cameras}
     * @param setting that allows the addresses of this machine
     */
    public HostResolver(AddressRules rules, String hosts, String setting) {
        this(rules, hosts, setting, host -> Arrays.asList(InetAddress.getAllByName(host)), TIMEOUT);
    }

    HostResolver(AddressRules rules, String hosts, String setting, Lookup lookup, Duration timeout) {
        this.rules = rules;
        this.hosts = hosts;
        this.setting = setting;
        this.lookup = lookup;
        this.timeout = timeout;
    }

    /**
     * @param host a name, or a number as in a URL
     * @throws HostException when it is unknown or not allowed
     */
    public InetAddress resolve(String host) throws HostException, InterruptedException {
        var addresses = addresses(host);
        for (var address : addresses) {
            if (!rules.allow(address)) {
                throw new HostException(host
                        + " is an address of this machine, of its link or of its cloud, which " + hosts
                        + " may have only if"
                        + " the server is started with " + setting + "=true");
            }
        }
        // Hosts that have both often do not answer by IPv6.
        return addresses.stream()
                .min(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .orElseThrow();
    }

    private List<InetAddress> addresses(String host) throws HostException, InterruptedException {
        var found = new CompletableFuture<List<InetAddress>>();
        LOOK_UPS.execute(() -> lookUp(host, found));
        try {
            return found.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HostException("The name " + host + " was not resolved within " + timeout.toSeconds()
                    + " s. Check the server's DNS, or use its number");
        } catch (ExecutionException e) {
            throw new HostException("The name " + host + " is unknown. " + hint(host));
        }
    }

    private void lookUp(String host, CompletableFuture<List<InetAddress>> found) {
        try {
            found.complete(lookup.all(host));
        } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
        }
    }

    private static String hint(String host) {
        return host.toLowerCase(Locale.ROOT).endsWith(".local")
                ? "Names in .local need mDNS, which containers and many servers lack: use its number"
                : "Check the spelling, or use its number";
    }
}
