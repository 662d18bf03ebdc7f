package io.faceline.delivery.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A receiver on this machine that answers as a test says, and keeps what it got. Thread-safe. */
public final class HookServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Semaphore hanging = new Semaphore(0);
    private volatile Answering answering;

    /** Chooses an answer. */
    @FunctionalInterface
    public interface Answering {
        Reply to(Got request);
    }

    /** @param status 0 to hang */
    public record Reply(int status, Map<String, String> headers) {
        public static Reply of(int status) {
            return new Reply(status, Map.of());
        }
    }

    /** A request. Names of headers are in small letters. */
    public record Got(Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        public String id() {
            return header("webhook-id");
        }

        /** A field of a body that is JSON. */
        public String field(String name) {
            try {
                return Mappers.JSON.readTree(body).path(name).asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private HookServer(HttpServer server, Answering answering) {
        this.server = server;
        this.answering = answering;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static HookServer start(Answering answering) throws IOException {
        return start(0, answering);
    }

    /** On a port that was free before. */
    public static HookServer start(int port, Answering answering) throws IOException {
        return new HookServer(HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0), answering);
    }

    static HookServer startTls(SSLContext context, Answering answering) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new HookServer(server, answering);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(Locale.ROOT),
                            header -> List.copyOf(header.getValue())));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Got(headers, body);
            got.add(request);
            var reply = answering.to(request);
            if (reply.status() == 0) {
                hanging.acquireUninterruptibly();
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), -1);
        }
    }

    public void answer(Answering changed) {
        answering = changed;
    }

    public List<Got> got() {
        return got;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook?a=b";
    }

    @Override
    public void close() {
        hanging.release(1000);
        server.stop(0);
        threads.shutdownNow();
    }
}
