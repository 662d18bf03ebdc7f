package io.faceline.systemtests.alertchaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A receiver that answers as its mood is, may vanish and return, and keeps all that it got. Thread-safe. */
final class Hook implements AutoCloseable {
    private static final int ACCEPTED = 204;
    private static final int REFUSED = 503;
    private static final int BACKLOG = 50;
    /** Longer than anybody waits for the answer. */
    private static final int HANG_SECONDS = 30;

    private final String name;
    private final int port;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Supplier<Mood> mood = () -> Mood.WELL;
    private HttpServer server;
    private ExecutorService threads;

    enum Mood {
        WELL,
        /** Says that it is down. */
        REFUSING,
        /** Takes the message and never answers. */
        HANGING
    }

    /**
     * A request.
     *
     * @param id its {@code webhook-id}
     * @param accepted whether the answer said so, and was sent
     */
    record Got(String id, String body, AtomicBoolean accepted) {
        boolean isAccepted() {
            return accepted.get();
        }

        String alert() {
            return json().path("alertId").asText();
        }

        long revision() {
            return json().path("revision").asLong();
        }

        JsonNode json() {
            try {
                return Mappers.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Hook(String name, int port) throws IOException {
        this.name = name;
        this.port = port;
        appear();
    }

    String name() {
        return name;
    }

    String url() {
        return "http://127.0.0.1:" + port + "/hook";
    }

    List<Got> got() {
        return got;
    }

    /** @param changed asked at each request, in the thread that answers it */
    void mood(Supplier<Mood> changed) {
        mood = changed;
    }

    /** Nothing listens at the port any more. */
    synchronized void vanish() {
        server.stop(0);
        threads.shutdownNow();
    }

    synchronized void appear() throws IOException {
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/hook", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var id = exchange.getRequestHeaders().getFirst("webhook-id");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var message = new Got(id, body, new AtomicBoolean());
            got.add(message);
            message.accepted().set(isAccepted(exchange, mood.get()));
        }
    }

    private boolean isAccepted(HttpExchange exchange, Mood now) {
        try {
            switch (now) {
                case WELL -> exchange.sendResponseHeaders(ACCEPTED, -1);
                case REFUSING -> {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                    exchange.sendResponseHeaders(REFUSED, -1);
                }
                case HANGING -> {
                    var unused = closing.await(HANG_SECONDS, TimeUnit.SECONDS);
                }
            }
            return now == Mood.WELL;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        vanish();
    }
}
