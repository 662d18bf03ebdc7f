package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedHostsTest {
    private static final String NAMES = "faces.example.org, Door.example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:7860",
                "LOCALHOST",
                "localhost.",
                "127.0.0.1:7860",
                "192.168.1.23",
                "10.0.0.7:80",
                "[::1]:7860",
                "[2001:db8::7]:7860",
                "faces.example.org",
                "FACES.example.org:443",
                "door.example.org."
            })
    void hostsOfThisServer_areAccepted(String host) {
        assertThat(accepts("0.0.0.0", NAMES, host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example", "evil.example:7860", "localhost.evil.example", "127.0.0.1.evil.example", "1.2.3.4.5",
                "faces.example.org.evil.example", "example.org", "[evil]", "192.168.1.23@evil.example", "*"
            })
    void hostsOfOthers_areNot(String host) {
        assertThat(accepts("0.0.0.0", NAMES, host)).isFalse();
        assertThat(accepts("127.0.0.1", NAMES, host)).isFalse();
        assertThat(accepts("0.0.0.0", "", host)).isFalse();
    }

    @Test
    void ownNames_areAccepted_offLoopbackAlone() throws Exception {
        var own = InetAddress.getLocalHost().getHostName();
        for (var name : List.of(own, own.replaceFirst("\\..*", "") + ".local")) {
            assertThat(accepts("0.0.0.0", "", name + ":7860")).as(name).isTrue();
        }
        assertThat(accepts("door.lan", "", "door.lan")).isTrue();
        assertThat(accepts("127.0.0.1", "", "192.168.1.23")).isFalse();
        assertThat(accepts("127.0.0.1", NAMES, "faces.example.org")).isTrue();
    }

    @Test
    void clientOfHttp10_needsNoHost_offLoopback() {
        assertThat(accepts("0.0.0.0", "", "")).isTrue();
        assertThat(accepts("127.0.0.1", "", "")).isFalse();
    }

    @Test
    void everyName_isAcceptedIfTheOperatorSaysSo() {
        assertThat(accepts("0.0.0.0", "*", "evil.example")).isTrue();
    }

    @Test
    void reboundPage_getsNothing_fromAServerForTheNetwork() throws IOException {
        var http = HttpSettings.from(new Settings(Map.of()), "0.0.0.0", 0);
        Routes secret = routes -> routes.get("/secret", context -> context.result("names and faces"))
                .post("/secret", context -> context.result("changed"));
        try (var server = new HttpServer(http, List.of(), new SimpleMeterRegistry(), List.of(secret))) {
            server.start();
            var port = server.port();
            for (var method : List.of("GET", "POST")) {
                var rebound = raw(port, method, "evil.example:" + port, "http://evil.example:" + port);
                assertThat(rebound).startsWith("HTTP/1.1 421 ").contains("FOREIGN_HOST", "FACELINE_HOSTS");
                assertThat(rebound).doesNotContain("names and faces", "changed");
            }
            assertThat(raw(port, "GET", "127.0.0.1:" + port, "http://127.0.0.1:" + port))
                    .contains("names and faces");
            assertThat(raw(port, "POST", "127.0.0.1:" + port, "http://127.0.0.1:" + port))
                    .contains("changed");
        }
    }

    private static boolean accepts(String bound, String names, String host) {
        var settings = new Settings(Map.of("FACELINE_HOSTS", names));
        return AcceptedHosts.of(HttpSettings.from(settings, bound, 0)).accept(host.isEmpty() ? null : host);
    }

    private static String raw(int port, String method, String host, String origin) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request =
                    "%s /secret HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(method, host, origin);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
