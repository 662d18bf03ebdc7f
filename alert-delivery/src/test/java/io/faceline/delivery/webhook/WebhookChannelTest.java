package io.faceline.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.delivery.SampleReceiver;
import io.faceline.delivery.channel.Outcome;
import io.faceline.delivery.webhook.HookServer.Reply;
import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.settings.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEWER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final StoredSecrets SECRETS =
            StoredSecrets.of(new Settings(Map.of("FACELINE_SECRET_HOOK", SECRET, "FACELINE_SECRET_NEWER", NEWER)));
    private static final Duration LONG = Duration.ofSeconds(15);

    private final HookServer server;
    private Webhooks webhooks = new Webhooks(SECRETS, true, LONG);

    WebhookChannelTest() throws Exception {
        server = HookServer.start(request -> Reply.of(204));
    }

    @AfterEach
    void close() {
        server.close();
        webhooks.close();
    }

    private Outcome deliver(SampleReceiver receiver) throws InterruptedException {
        var target = (ReceiverTarget.Webhook) receiver.receiver().target();
        try (var channel = webhooks.open(target)) {
            return channel.deliver(SampleMessages.opened(receiver.receiver()));
        }
    }

    private SampleReceiver here() {
        return SampleReceiver.DOOR.at(server.url());
    }

    @Test
    void message_isVerified_byTheLibraryOfStandardWebhooks_withEachSecret() throws Exception {
        var outcome = deliver(here().signedBy(StoredSecret.named("NEWER"), StoredSecret.named("HOOK")));

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        var got = server.got().get(0);
        assertThatCode(() -> new Webhook(SECRET).verify(got.body(), got.headers()))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(NEWER).verify(got.body(), got.headers()))
                .doesNotThrowAnyException();
        assertThat(got.header("webhook-id")).isEqualTo(got.field("id")).doesNotContain(".");
        assertThat(got.header("content-type")).isEqualTo("application/json");
        assertThat(got.header("user-agent")).startsWith("faceline/");
    }

    @Test
    void secretThatIsMissing_sendsNothing() throws Exception {
        var outcome = deliver(here().signedBy(StoredSecret.named("OTHER")));

        assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
        assertThat(outcome.reason()).contains("FACELINE_SECRET_OTHER");
        assertThat(server.got()).isEmpty();
    }

    @Test
    void addressOfThisMachine_isRefused_unlessItIsAllowed() throws Exception {
        webhooks.close();
        webhooks = new Webhooks(SECRETS, false, LONG);

        var outcome = deliver(here());

        assertThat(outcome.reason()).contains("FACELINE_RECEIVER_LOCAL_ADDRESSES=true");
        assertThat(server.got()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void receiverThatIsBusy_isLeftAlone_asLongAsItAsks(int status) throws Exception {
        server.answer(request -> new Reply(status, Map.of("Retry-After", "120")));

        assertThat(deliver(here()))
                .isEqualTo(new Outcome.Unreachable(
                        "The receiver answered " + status, Optional.of(Duration.ofMinutes(2)), false));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void receiverThatFails_mayHaveGotTheMessage(int status) throws Exception {
        server.answer(request -> Reply.of(status));

        assertThat(deliver(here()))
                .isEqualTo(new Outcome.Unreachable("The receiver answered " + status, Optional.empty(), true));
    }

    @Test
    void refusal_tellsHowFarTheReceiversClockIsAhead() throws Exception {
        var ahead = Instant.now().plus(Duration.ofMinutes(7)).atOffset(ZoneOffset.UTC);
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ahead);
        try (var odd = new OddServer("HTTP/1.1 401 Unauthorized\r\nDate: " + date + "\r\n\r\n")) {
            var outcome = (Outcome.Refused) deliver(SampleReceiver.DOOR.at(odd.url()));

            assertThat(outcome.clockAhead().orElseThrow()).isBetween(Duration.ofSeconds(415), Duration.ofSeconds(421));
        }
    }

    @Test
    void redirect_isNotFollowed() throws Exception {
        server.answer(request -> new Reply(302, Map.of("Location", "/other")));

        assertThat(deliver(here())).isInstanceOf(Outcome.Refused.class);
        assertThat(server.got()).hasSize(1);
    }

    @Test
    void receiverThatIsGone_saysSo() throws Exception {
        server.answer(request -> Reply.of(410));

        assertThat(deliver(here())).isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void receiverThatHangs_isLeftAfterTheTimeout_andMayHaveGotTheMessage() throws Exception {
        webhooks.close();
        webhooks = new Webhooks(SECRETS, true, Duration.ofMillis(300));
        server.answer(request -> Reply.of(0));

        assertThat(deliver(here()))
                .isEqualTo(new Outcome.Unreachable("The receiver did not answer within 0.3 s", Optional.empty(), true));
    }

    @Test
    void answerWithoutEnd_isLeftAfterTheTimeout() throws Exception {
        webhooks.close();
        webhooks = new Webhooks(SECRETS, true, Duration.ofMillis(300));
        try (var odd = new OddServer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 2")) {
            assertThat(deliver(SampleReceiver.DOOR.at(odd.url())).reason()).contains("did not answer within");
        }
    }

    @Test
    void whatIsNoHttp_isAFailure() throws Exception {
        try (var odd = new OddServer("220 mail.example ESMTP\r\n")) {
            assertThat(deliver(SampleReceiver.DOOR.at(odd.url())).reason()).contains("no answer of HTTP");
        }
    }

    @Test
    void closedPort_refuses_andNothingArrived() throws Exception {
        final int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(deliver(SampleReceiver.DOOR.at("http://127.0.0.1:" + port)))
                .isEqualTo(new Outcome.Unreachable("The receiver refused the connection", Optional.empty(), false));
    }

    @Test
    void certificate_mustBeOfTheName_althoughTheNumberIsConnected() throws Exception {
        var tls = TestTls.ofLocalhost();
        try (var secure = HookServer.startTls(tls, request -> Reply.of(204))) {
            webhooks.close();
            webhooks = new Webhooks(SECRETS, true, LONG, tls.getSocketFactory());

            var byName = deliver(SampleReceiver.DOOR.at("https://localhost:" + secure.port() + "/"));
            var byNumber = deliver(SampleReceiver.DOOR.at("https://127.0.0.1:" + secure.port() + "/"));

            assertThat(byName).isInstanceOf(Outcome.Delivered.class);
            assertThat(byNumber.reason()).contains("certificate");
            assertThat(secure.got()).hasSize(1);
        }
    }

    @Test
    void untrustedCertificate_getsNothing() throws Exception {
        try (var secure = HookServer.startTls(TestTls.ofLocalhost(), request -> Reply.of(204))) {
            var outcome = deliver(SampleReceiver.DOOR.at("https://localhost:" + secure.port() + "/"));

            assertThat(outcome.reason()).contains("certificate");
            assertThat(secure.got()).isEmpty();
        }
    }
}
