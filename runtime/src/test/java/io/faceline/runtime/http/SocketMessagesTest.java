package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.address.AddressSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A megabyte of memory for bodies and messages, of which an address alone gets half; a message may take two seconds. */
class SocketMessagesTest {
    private static final long MEMORY = 1 << 20;
    private static final byte[] PART = new byte[100_000];

    private final HttpServer server = TestServer.of(
            new HttpLimits(AddressSettings.DEFAULT, 100, MEMORY),
            new HttpServer.Times(Duration.ofSeconds(2), Duration.ZERO),
            List.of(routes -> routes.ws(
                    "/socket",
                    socket -> socket.onBinaryMessage(message ->
                            message.send(Integer.toString(message.data().remaining()))))));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void message_isPassedOnWhole_andItsMemoryGivenBack() {
        var client = connect();
        client.socket.sendBinary(ByteBuffer.wrap(PART), false).join();
        await().until(() -> server.freeBodyBytes() == MEMORY - PART.length);

        client.socket.sendBinary(ByteBuffer.wrap(PART), true).join();

        await().untilAsserted(() -> assertThat(client.heard).containsExactly(Integer.toString(2 * PART.length)));
        await().until(() -> server.freeBodyBytes() == MEMORY);
    }

    @Test
    void unfinishedMessage_isEnded() {
        var client = connect();
        client.socket.sendBinary(ByteBuffer.wrap(PART), false).join();

        await().untilAsserted(() -> assertThat(client.heard).containsExactly("closed 1008"));
        await().until(() -> server.freeBodyBytes() == MEMORY);
    }

    @Test
    void manyUnfinishedMessages_takeNoMoreThanAShare() {
        var clients = List.of(connect(), connect(), connect(), connect(), connect(), connect(), connect());
        clients.forEach(client -> client.socket.sendBinary(ByteBuffer.wrap(PART), false));

        await().untilAsserted(() -> assertThat(clients)
                .anySatisfy(client -> assertThat(client.heard).contains("closed 1013")));
        assertThat(server.freeBodyBytes()).isGreaterThanOrEqualTo(MEMORY / 2);
    }

    private Client connect() {
        var client = new Client();
        client.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/socket"), client)
                .join();
        return client;
    }

    private static final class Client implements WebSocket.Listener {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private WebSocket socket;

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            heard.add(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add("closed " + code);
            return null;
        }
    }
}
