package io.faceline.systemtests.privacy;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A camera of a session, for a few frames; the listener is told of every answer. */
record LiveFrames(TestClient client, Consumer<String> listener) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** All answers, also to frames that were dropped. */
    List<JsonNode> send(byte[] jpeg, int times) {
        var heard = new CopyOnWriteArrayList<JsonNode>();
        var socket = client.connect("/api/v1/live", new AnswerListener(heard));
        for (var i = 0; i < times; i++) {
            socket.sendBinary(ByteBuffer.wrap(jpeg), true).join();
        }
        await().atMost(PATIENCE).until(() -> heard.size() >= times);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        return heard;
    }

    private final class AnswerListener implements WebSocket.Listener {
        private final List<JsonNode> heard;
        private final StringBuilder text = new StringBuilder();

        AnswerListener(List<JsonNode> heard) {
            this.heard = heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                listener.accept(text.toString());
                heard.add(HttpAnswer.json(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
