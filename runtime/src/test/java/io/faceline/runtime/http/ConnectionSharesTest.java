package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.address.AddressSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forty connections, of which an address alone gets twenty. */
class ConnectionSharesTest {
    private static final int MAX = 40;

    private final List<TestConnection> open = new ArrayList<>();
    private HttpServer server = TestServer.of(new HttpLimits(AddressSettings.DEFAULT, MAX, 1 << 20));

    @AfterEach
    void close() throws IOException {
        for (var client : open) {
            client.close();
        }
        server.close();
    }

    @Test
    void addressWithTooMany_isClosed_andOthersAreServed() throws IOException {
        connect(3, MAX / 2);

        assertThat(health(3)).as("one too many").isNotEqualTo("HTTP/1.1 200 OK");
        assertThat(health(2)).isEqualTo("HTTP/1.1 200 OK");

        open.remove(0).close();
        await().until(() -> health(3).equals("HTTP/1.1 200 OK"));
    }

    @Test
    void connectionsOfAProxy_areNotCounted() throws IOException {
        server.close();
        server = TestServer.of(new HttpLimits(new AddressSettings(Set.of("127.0.0.3"), 50), MAX, 1 << 20));
        connect(3, 2 * MAX);

        assertThat(health(3)).isEqualTo("HTTP/1.1 200 OK");
    }

    private void connect(int address, int count) throws IOException {
        for (var i = 0; i < count; i++) {
            var client = TestConnection.from(address, server.port());
            open.add(client);
            client.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.status()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    private String health(int address) throws IOException {
        try (var client = TestConnection.from(address, server.port())) {
            client.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return client.status();
        } catch (IOException e) {
            return "closed";
        }
    }
}
