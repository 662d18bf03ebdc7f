package io.faceline.runtime.http;

import io.faceline.runtime.http.address.AddressShares;
import io.faceline.runtime.http.address.AddressTurns;
import io.faceline.runtime.http.address.ClientAddress;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee10.websocket.server.internal.JettyServerFrameHandlerFactory;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/**
 * Makes Jetty's handler of each WebSocket, behind one that counts its {@link SocketMessages}. Jetty 12.1 has no place of its
 * own for that: the servlet looks this factory up among the beans of the container, so that it takes the place of Jetty's.
 */
final class SocketMessagesFactory extends JettyServerFrameHandlerFactory {
    private final AddressShares memory;
    private final AddressTurns turns;
    private final ClientAddress addresses;
    private final Duration maxTime;
    private final ScheduledExecutorService scheduler;

    private SocketMessagesFactory(
            JettyWebSocketServerContainer container,
            WebSocketComponents components,
            AddressShares memory,
            AddressTurns turns,
            ClientAddress addresses,
            Duration maxTime,
            ScheduledExecutorService scheduler) {
        super(container, components);
        this.memory = memory;
        this.turns = turns;
        this.addresses = addresses;
        this.maxTime = maxTime;
        this.scheduler = scheduler;
    }

    /** @param maxTime from the first frame of a message to its last */
    static void install(
            ServletContextHandler context,
            AddressShares memory,
            AddressTurns turns,
            ClientAddress addresses,
            Duration maxTime,
            ScheduledExecutorService scheduler) {
        // Runs after the initializer that makes the container, and before the servlet starts.
        context.addServletContainerInitializer((classes, servlets) -> {
            var container = JettyWebSocketServerContainer.getContainer(servlets);
            container.removeBean(container.getBean(JettyServerFrameHandlerFactory.class));
            container.addBean(new SocketMessagesFactory(
                    container,
                    WebSocketServerComponents.getWebSocketComponents(context),
                    memory,
                    turns,
                    addresses,
                    maxTime,
                    scheduler));
        });
    }

    @Override
    public FrameHandler newFrameHandler(Object endpoint, ServerUpgradeRequest request, ServerUpgradeResponse response) {
        return new SocketMessages(
                super.newFrameHandler(endpoint, request, response),
                memory,
                turns,
                addresses.of(request),
                maxTime,
                scheduler);
    }
}
