package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.FacelineCommand;
import io.faceline.cli.TestPhotos;
import io.faceline.cli.certificate.NetworkAddresses;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faceline up --https} from a client that trusts its certificate. */
@Tag("slow")
class HttpsTest {
    private static final Pattern PORT = Pattern.compile("is up on https://localhost:(\\d+)");

    @TempDir
    static Path data;

    private static final StringWriter OUT = new StringWriter();
    private static Thread up;
    private static int port;

    @BeforeAll
    static void up() {
        TestPhotos.sample(1);
        up = new Thread(HttpsTest::run, "up");
        up.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> OUT.toString().contains("SHA-256"));
        var said = PORT.matcher(OUT.toString());
        assertThat(said.find()).as(OUT.toString()).isTrue();
        port = Integer.parseInt(said.group(1));
    }

    private static void run() {
        FacelineCommand.execute(
                new PrintWriter(OUT),
                new PrintWriter(new StringWriter()),
                "up",
                "--https",
                "--host",
                "0.0.0.0",
                "--port",
                "0",
                "--data",
                data.toString());
    }

    @AfterAll
    static void down() throws InterruptedException {
        if (up != null) {
            up.interrupt();
            up.join();
        }
    }

    @Test
    void whoTrustsTheCertificate_getsIn_atEveryAddress() throws Exception {
        var client = trusting(certificate());

        for (var host : addresses()) {
            var answer = client.send(request(host, "/health").build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(host).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
        }
    }

    @Test
    void whoDoesNot_staysOut() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(request("localhost", "/health").build(), BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void whoComesByHttp_isSentToHttps() throws Exception {
        for (var host : addresses()) {
            var plain = URI.create("http://" + host + ":" + port + "/api/v1/people?limit=1");
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(307);
            assertThat(answer.headers().firstValue("Location"))
                    .contains("https://" + host + ":" + port + "/api/v1/people?limit=1");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void fingerprint_isToldOfTheVeryCertificate() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());

        assertThat(OUT.toString())
                .contains(HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest));
    }

    @Test
    void addressesForPhones_areTold() {
        for (var address : NetworkAddresses.ofThisMachine()) {
            assertThat(OUT.toString()).contains("from other machines: https://" + address + ":" + port + "/\n");
        }
    }

    @Test
    void cookie_neverLeavesUnencrypted() throws Exception {
        for (var host : addresses()) {
            var answer = session(host, "https://" + host + ":" + port);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).containsIgnoringCase("; Secure");
        }
    }

    @Test
    void pagesOfOthers_areKeptOut() throws Exception {
        assertThat(session("localhost", "https://elsewhere.example").statusCode())
                .isEqualTo(403);
    }

    @Test
    void liveFrames_goEncrypted() throws Exception {
        for (var host : addresses()) {
            var origin = host + ":" + port;
            var socket = trusting(certificate())
                    .newWebSocketBuilder()
                    .header("Origin", "https://" + origin)
                    .buildAsync(URI.create("wss://" + origin + "/api/v1/live"), new WebSocket.Listener() {})
                    .join();

            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    private static HttpResponse<String> session(String host, String origin) throws Exception {
        var request = request(host, "/api/v1/sessions")
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"cookie\":true}"))
                .build();
        return trusting(certificate()).send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String host, String path) {
        return HttpRequest.newBuilder(URI.create("https://" + host + ":" + port + path));
    }

    private static List<String> addresses() {
        return Stream.concat(Stream.of("localhost", "127.0.0.1"), NetworkAddresses.ofThisMachine().stream())
                .toList();
    }

    private static HttpClient trusting(Certificate certificate) throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("faceline", certificate);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static Certificate certificate() throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(data.resolve("https.p12"))) {
            keys.load(in, "faceline".toCharArray());
        }
        return keys.getCertificate("faceline");
    }
}
