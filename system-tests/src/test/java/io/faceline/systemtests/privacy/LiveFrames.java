package io.faceline.systemtests.privacy;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.systemtests.privacy.HttpApiClient.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A camera of a session, for a few frames. */
record LiveFrames(HttpApiClient asker) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** All answers, also to frames that were dropped. */
    List<JsonNode> send(byte[] jpeg, int times) {
        var heard = new CopyOnWriteArrayList<JsonNode>();
        var socket = CLIENT.newWebSocketBuilder()
                .header("Authorization", "Bearer " + asker.token().orElseThrow())
                .buildAsync(URI.create("ws://" + asker.address() + "/api/v1/live"), new Ear(heard))
                .join();
        for (var i = 0; i < times; i++) {
            socket.sendBinary(ByteBuffer.wrap(jpeg), true).join();
        }
        await().atMost(PATIENCE).until(() -> heard.size() >= times);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        return heard;
    }

    private final class Ear implements WebSocket.Listener {
        private final List<JsonNode> heard;
        private final StringBuilder text = new StringBuilder();

        Ear(List<JsonNode> heard) {
            this.heard = heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var answer = new Answer(101, Map.of(), text.toString().getBytes(StandardCharsets.UTF_8));
                asker.listener().accept("live", answer);
                heard.add(answer.json());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
