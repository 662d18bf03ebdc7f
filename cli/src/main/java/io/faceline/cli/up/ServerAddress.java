package io.faceline.cli.up;

import io.faceline.cli.certificate.NetworkAddresses;
import io.faceline.runtime.http.address.Loopback;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The address that {@code up} listens on, as URLs for this and other machines. */
record ServerAddress(String scheme, String host, int port) {
    private static final Set<String> ANY = Set.of("0.0.0.0", "::");

    /** The URL on this machine. */
    String local() {
        return url(Loopback.isNamed(host) || ANY.contains(host) ? "localhost" : host);
    }

    /** The URLs for other machines, the most likely first; empty when it listens on loopback only. */
    List<String> remote() {
        return remoteHosts().stream().map(address -> url(address) + "/").toList();
    }

    /** All names and addresses of this machine. */
    List<String> hosts() {
        return Stream.concat(Stream.of("localhost", "127.0.0.1"), remoteHosts().stream())
                .distinct()
                .toList();
    }

    private List<String> remoteHosts() {
        if (Loopback.isNamed(host)) {
            return List.of();
        }
        return ANY.contains(host) ? NetworkAddresses.ofThisMachine() : List.of(host);
    }

    private String url(String name) {
        return scheme + "://" + (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
    }
}
