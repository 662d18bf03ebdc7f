package io.faceline.systemtests.attackers;

import io.faceline.runtime.http.TestConnection;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** From where the server sees its clients come, who each have a number from 2 to 250. It must trust the proxy 127.0.0.1. */
enum Origin {
    /** Each from an address of the loopback network of its own. */
    OWN_ADDRESSES {
        @Override
        int peer(int client) {
            return client;
        }
    },
    /** All through a proxy that the server trusts, and that passes on what it gets at once. */
    TRUSTED_PROXY {
        @Override
        int peer(int client) {
            return 1;
        }

        @Override
        List<String> headers(int client) {
            return List.of("X-Forwarded-For: 198.51.100." + client);
        }
    },
    /** All but the visitor from one address, as from an office. */
    ONE_ADDRESS {
        @Override
        int peer(int client) {
            return client == VISITOR ? VISITOR : VISITOR + 1;
        }
    };

    static final String PROXY = "127.0.0.1";
    static final int VISITOR = 2;

    /** The last number of the address 127.0.0.x that connects. */
    abstract int peer(int client);

    /** What the proxy adds to each request. */
    List<String> headers(int client) {
        return List.of();
    }

    Client client(int port, int number) {
        return new Client(port, this, number);
    }

    /** One of them. */
    record Client(int port, Origin origin, int number) {
        TestConnection open() throws IOException {
            return TestConnection.from(origin.peer(number), port);
        }

        TestConnection get(String path, String... headers) throws IOException {
            return open().request("GET", path, lines(headers));
        }

        /** Sends the head of a POST. */
        TestConnection declare(String path, String... headers) throws IOException {
            return open().declare(path, lines(headers));
        }

        TestConnection upgrade(String path) throws IOException {
            return open().upgrade(path, lines());
        }

        private String[] lines(String... headers) {
            return Stream.concat(Arrays.stream(headers), origin.headers(number).stream())
                    .toArray(String[]::new);
        }
    }
}
