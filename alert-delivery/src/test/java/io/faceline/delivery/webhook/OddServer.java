package io.faceline.delivery.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each connection with the same bytes, whatever it is asked, and keeps it open. Thread-safe. */
final class OddServer implements AutoCloseable {
    private final ServerSocket server;
    private final String answer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    OddServer(String answer) throws IOException {
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.answer = answer;
        var thread = new Thread(this::serve, "odd-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            while (!server.isClosed()) {
                var connection = server.accept();
                open.add(connection);
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                connection.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The test has ended.
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : open) {
            connection.close();
        }
    }
}
