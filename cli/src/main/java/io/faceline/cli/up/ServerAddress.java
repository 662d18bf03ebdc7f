package io.faceline.cli.up;

import io.faceline.cli.certificate.NetworkAddresses;
import io.faceline.runtime.http.Loopback;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where {@code up} listens, in words for a person and for the person's phone. */
record ServerAddress(String scheme, String host, int port) {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    /** As seen from this machine. */
    String here() {
        return url(Loopback.isNamed(host) || EVERYWHERE.contains(host) ? "localhost" : host);
    }

    /** As seen from other machines, the likeliest first; none when it is for this machine alone. */
    List<String> elsewhere() {
        return hostsElsewhere().stream().map(address -> url(address) + "/").toList();
    }

    /** All names and addresses that this machine goes by. */
    List<String> hosts() {
        return Stream.concat(Stream.of("localhost", "127.0.0.1"), hostsElsewhere().stream())
                .distinct()
                .toList();
    }

    private List<String> hostsElsewhere() {
        if (Loopback.isNamed(host)) {
            return List.of();
        }
        return EVERYWHERE.contains(host) ? NetworkAddresses.ofThisMachine() : List.of(host);
    }

    private String url(String name) {
        return scheme + "://" + (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + port;
    }
}
