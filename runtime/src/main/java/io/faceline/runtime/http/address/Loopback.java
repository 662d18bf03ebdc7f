package io.faceline.runtime.http.address;

import java.util.Set;

/** Host names and addresses of the loopback interface, which other machines cannot reach. */
public final class Loopback {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private Loopback() {}

    /** @param host a name or an address, in brackets as in a URL or without */
    public static boolean isNamed(String host) {
        return NAMES.contains(host);
    }
}
