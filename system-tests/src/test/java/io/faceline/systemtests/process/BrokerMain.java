package io.faceline.systemtests.process;

import com.sun.net.httpserver.HttpServer;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.standalone.broker.InProcessBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka in a process of its own, whose folder, port and password outlive it. Says at {@code /health} that it serves. */
final class BrokerMain {
    private static final String FOLDER = "FACELINE_TEST_BROKER_FOLDER";
    private static final String PORT = "FACELINE_TEST_BROKER_PORT";
    private static final String PASSWORD = "FACELINE_TEST_BROKER_PASSWORD";
    private static final String USER = "tests";
    private static final int OK = 200;

    private BrokerMain() {}

    /** @param password letters and digits */
    static ClientLogin login(int port, String password) {
        return new ClientLogin("127.0.0.1:" + port, USER, password);
    }

    static Map<String, String> environment(Path folder, int port, String password) {
        return Map.of(FOLDER, folder.toString(), PORT, Integer.toString(port), PASSWORD, password);
    }

    /** @param args none: all is in the environment */
    public static void main(String[] args) throws IOException {
        var environment = System.getenv();
        var port = Integer.parseInt(environment.get(PORT));
        InProcessBroker.start(Path.of(environment.get(FOLDER)), properties(environment.get(PASSWORD)), port);
        serveHealth(Integer.parseInt(environment.get("FACELINE_HTTP_PORT")));
    }

    private static Map<String, String> properties(String password) {
        var properties = new HashMap<String, String>();
        properties.put(
                "listener.name.clients.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
                        .formatted(USER, password));
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "3");
        return properties;
    }

    private static void serveHealth(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(OK, -1);
            }
        });
        server.start();
    }
}
