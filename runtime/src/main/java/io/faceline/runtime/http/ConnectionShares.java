package io.faceline.runtime.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.http.address.AddressShares;
import io.faceline.runtime.http.address.ClientAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Limits the connections of a client address; one too many is closed at once. Those of a trusted proxy are not counted: they
 * are its clients', whom only their requests tell apart. Thread-safe.
 */
final class ConnectionShares extends AbstractLifeCycle implements SelectorManager.AcceptListener {
    private final Server server;
    private final AddressShares shares;
    private final ClientAddress addresses;

    @GuardedBy("this")
    private final Map<SelectableChannel, String> counted = new HashMap<>();

    ConnectionShares(Server server, HttpLimits limits) {
        this.server = server;
        this.shares = limits.addresses().shares(limits.maxConnections());
        this.addresses = limits.addresses().clientAddress();
    }

    /** Before the connectors start, which take over their listeners then. */
    @Override
    protected void doStart() {
        for (var connector : server.getConnectors()) {
            connector.addBean(this);
        }
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        peer(channel).ifPresent(address -> {
            if (shares.take(address)) {
                remember(channel, address);
            } else {
                IO.close(channel);
            }
        });
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        onClosed(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        forget(channel).ifPresent(shares::release);
    }

    private synchronized void remember(SelectableChannel channel, String address) {
        counted.put(channel, address);
    }

    private synchronized Optional<String> forget(SelectableChannel channel) {
        return Optional.ofNullable(counted.remove(channel));
    }

    /** Empty for a proxy, and for a connection that is gone already. */
    private Optional<String> peer(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket
                            && socket.getRemoteAddress() instanceof InetSocketAddress remote
                    ? addresses.ofPeer(remote.getAddress())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
