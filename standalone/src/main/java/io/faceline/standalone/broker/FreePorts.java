package io.faceline.standalone.broker;

import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds free ports of the loopback interface. */
public final class FreePorts {
    private FreePorts() {}

    /** Returns distinct free ports, as Kafka does not report the port it has bound. */
    public static List<Integer> reserve(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        } finally {
            sockets.forEach(FreePorts::close);
        }
    }

    /** @throws SettingsException when the port is in use, or may not be used by this user */
    static void require(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assert socket.isBound();
        } catch (IOException e) {
            throw new SettingsException(
                    "--kafka-port: port " + port + " cannot be used: " + e.getMessage() + "; choose another", e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
