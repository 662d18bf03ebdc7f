package io.faceline.systemtests.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A program that receives webhooks on this machine, and takes none whose signature is wrong. Thread-safe, but for starting it. */
public final class WebhookReceiver implements AutoCloseable {
    private static final String RECEIVERS = "/api/v1/receivers";

    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile String key = "";
    private @Nullable HttpServer server;

    /** What it took. */
    public record Message(String id, Instant receivedAt, JsonNode body) {
        public String type() {
            return text("/type");
        }

        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    private WebhookReceiver(int port) {
        this.port = port;
    }

    /** On any free port. */
    public static WebhookReceiver start() {
        var receiver = down();
        receiver.up();
        return receiver;
    }

    /** Nobody answers at its address, for now. */
    public static WebhookReceiver down() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new WebhookReceiver(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers from now on. */
    public void up() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Makes a receiver that is told of all alerts and of their ends.
     *
     * @param content what it is told of a person
     */
    public void register(TestClient admin, String id, String content) {
        var target =
                "{\"kind\":\"webhook\",\"generateSigningKey\":true,\"url\":\"http://127.0.0.1:" + port + "/hook\"}";
        key = admin.post(
                        RECEIVERS,
                        "{\"id\":\"%s\",\"name\":\"%s\",\"ends\":true,\"content\":\"%s\",\"target\":%s}"
                                .formatted(id, id, content, target))
                .expect(201)
                .at("/signingKey");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var receivedAt = Instant.now();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(take(exchange, body, receivedAt), -1);
        }
    }

    private int take(HttpExchange exchange, String body, Instant receivedAt) {
        var headers = new HashMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        try {
            new Webhook(key).verify(body, headers);
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            refused.add(e + " " + body);
            return 401;
        }
        messages.add(new Message(headers.get("webhook-id").get(0), receivedAt, HttpAnswer.json(body)));
        return 204;
    }

    public List<Message> messages() {
        return messages;
    }

    /** Bodies with a wrong signature. */
    public List<String> refused() {
        return refused;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}
