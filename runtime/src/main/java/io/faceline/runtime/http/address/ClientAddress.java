package io.faceline.runtime.http.address;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The client address of a request: the peer, or behind a trusted proxy the address that the proxy forwards. An IPv6
 * address is reduced to its /64 network, since a single machine usually has all of it. Thread-safe.
 */
public final class ClientAddress {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]+");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([\\d.]+):\\d+");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)](:\\d+)?");
    private static final int NETWORK_BYTES = 8;
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final InetAddressSet trustedProxies = new InetAddressSet();

    /** @param trustedProxies addresses, and networks as an address and a number of bits */
    ClientAddress(Set<String> trustedProxies) {
        this.trustedProxies.addAll(trustedProxies);
    }

    /** The network of the client as a key, not for display. */
    public String of(Context context) {
        var lines = new ArrayList<String>();
        context.req().getHeaders(FORWARDED_FOR).asIterator().forEachRemaining(lines::add);
        return of(context.req().getRemoteAddr(), lines);
    }

    /** The network of the client of a request that no route has seen yet. */
    public String of(Request request) {
        return of(Request.getRemoteAddr(request), request.getHeaders().getValuesList(FORWARDED_FOR));
    }

    /** The network of the peer of a connection; empty for a proxy, whose connections are those of many clients. */
    public Optional<String> ofPeer(InetAddress peer) {
        return trustedProxies.test(peer) ? Optional.empty() : Optional.of(network(peer));
    }

    /** @param forwardedFor all values of the header, which count as joined */
    private String of(String peer, List<String> forwardedFor) {
        return parse(peer)
                .map(address -> network(client(address, String.join(",", forwardedFor))))
                .orElse("unknown");
    }

    /** The rightmost address that is not a trusted proxy: addresses to its left may be forged. */
    private InetAddress client(InetAddress peer, String forwardedFor) {
        var hops = forwardedFor.split(",", -1);
        var client = peer;
        for (var i = hops.length - 1; i >= 0 && trustedProxies.test(client); i--) {
            var hop = parse(hops[i].strip());
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get();
        }
        return client;
    }

    /** Parses an address without a DNS lookup. */
    static Optional<InetAddress> parse(String text) {
        var plain = plain(text);
        try {
            if (IPV4.matcher(plain).matches()) {
                return Optional.of(InetAddress.getByName(plain));
            }
            return IPV6.matcher(plain).matches()
                    ? Optional.of(InetAddress.getByName("[" + plain + "]"))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        var bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            return bracketed.group(1);
        }
        var withPort = IPV4_WITH_PORT.matcher(text);
        return withPort.matches() ? withPort.group(1) : text;
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES))
                : Arrays.toString(bytes);
    }
}
